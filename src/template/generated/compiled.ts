// @ts-nocheck: written by `npm run generate` from src/template/sources/; change those instead.
import type { TemplateName } from '../views.ts';

export const compiled: Readonly<Record<TemplateName, unknown>> = {
  "RUNBOOK.md": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "| "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":9,"column":4},"end":{"line":9,"column":8}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "datacenter", {"start":{"line":9,"column":15},"end":{"line":9,"column":25}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "role", {"start":{"line":9,"column":32},"end":{"line":9,"column":36}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":9,"column":43},"end":{"line":9,"column":47}} ), depth0)) != null ? stack1 : "")
    + " |\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":15,"column":2},"end":{"line":15,"column":6}} ), depth0)) != null ? stack1 : "")
    + "="
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":15,"column":11},"end":{"line":15,"column":15}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "  - "
    + ((stack1 = alias2(alias1(depth0, "number", {"start":{"line":25,"column":6},"end":{"line":25,"column":12}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "protocols", {"start":{"line":25,"column":17},"end":{"line":25,"column":26}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "purpose", {"start":{"line":25,"column":32},"end":{"line":25,"column":39}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- Names: the hosts find each other by name, so every host must resolve "
    + ((stack1 = lookupProperty(helpers,"words").call(alias1,lookupProperty(depth0,"byName"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":28,"column":71},"end":{"line":28,"column":87}}})) != null ? stack1 : "")
    + ". To see it:\n\n  ```sh\n  for node in $nodes; do ssh \"root@${node#*=}\" getent hosts "
    + ((stack1 = lookupProperty(helpers,"words").call(alias1,lookupProperty(depth0,"byName"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":31,"column":60},"end":{"line":31,"column":76}}})) != null ? stack1 : "")
    + "; done\n  ```\n\n  Expect: one line for each name, the same on all hosts, and none of them with 127.0.0.1 or 127.0.1.1.\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "- Secrets: `etc/consul.d/10-secrets.json` of each node holds keys or tokens. Keep it out of version control.\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "```sh\nfor node in "
    + ((stack1 = alias2(alias1(depth0, "nodes", {"start":{"line":44,"column":14},"end":{"line":44,"column":19}} ), depth0)) != null ? stack1 : "")
    + "; do\n  ssh \"root@${node#*=}\" 'cat > "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":45,"column":33},"end":{"line":45,"column":39}} ), depth0)) != null ? stack1 : "")
    + ".new && chmod 0755 "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":45,"column":62},"end":{"line":45,"column":68}} ), depth0)) != null ? stack1 : "")
    + ".new && mv "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":45,"column":83},"end":{"line":45,"column":89}} ), depth0)) != null ? stack1 : "")
    + ".new "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":45,"column":98},"end":{"line":45,"column":104}} ), depth0)) != null ? stack1 : "")
    + " && "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":45,"column":112},"end":{"line":45,"column":118}} ), depth0)) != null ? stack1 : "")
    + " version' < consul\ndone\n```\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "`10-secrets.json` as\n`-rw-r----- root "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"firstGroup"), "group", {"start":{"line":72,"column":19},"end":{"line":72,"column":35}} ), depth0)) != null ? stack1 : "")
    + "`, and ";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "```sh\nfor node in "
    + ((stack1 = alias2(alias1(depth0, "nodes", {"start":{"line":78,"column":14},"end":{"line":78,"column":19}} ), depth0)) != null ? stack1 : "")
    + "; do\n  ssh \"root@${node#*=}\" 'runuser -u "
    + ((stack1 = alias2(alias1(depth0, "user", {"start":{"line":79,"column":38},"end":{"line":79,"column":42}} ), depth0)) != null ? stack1 : "")
    + " -- "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":79,"column":50},"end":{"line":79,"column":56}} ), depth0)) != null ? stack1 : "")
    + " validate /etc/consul.d'\ndone\n```\n\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ", and from servers the notice that "
    + ((stack1 = container.lambda(container.strict(depth0, "expecting", {"start":{"line":84,"column":102},"end":{"line":84,"column":111}} ), depth0)) != null ? stack1 : "")
    + " servers are expected";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " `systemctl is-active consul` says `activating` until the\nagent has joined another, which it tries every 30 seconds, and then `active`. The servers elect a leader once all\n"
    + ((stack1 = container.lambda(container.strict(depth0, "expecting", {"start":{"line":97,"column":2},"end":{"line":97,"column":11}} ), depth0)) != null ? stack1 : "")
    + " have found each other, and not before: that is what bootstrap_expect means.";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "```sh\nssh root@"
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":103,"column":11},"end":{"line":103,"column":15}} ), depth0)) != null ? stack1 : "")
    + " '"
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":103,"column":21},"end":{"line":103,"column":28}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":103,"column":32},"end":{"line":103,"column":38}} ), depth0)) != null ? stack1 : "")
    + " members && "
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":103,"column":54},"end":{"line":103,"column":61}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":103,"column":65},"end":{"line":103,"column":71}} ), depth0)) != null ? stack1 : "")
    + " operator raft list-peers'\n```\n\nExpect in "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":106,"column":12},"end":{"line":106,"column":16}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "members", {"start":{"line":106,"column":22},"end":{"line":106,"column":29}} ), depth0)) != null ? stack1 : "")
    + " with `alive`; then "
    + ((stack1 = alias2(alias1(depth0, "servers", {"start":{"line":106,"column":53},"end":{"line":106,"column":60}} ), depth0)) != null ? stack1 : "")
    + " as voters, exactly one of them `leader`."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"tolerates"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":106,"column":103},"end":{"line":107,"column":33}}})) != null ? stack1 : "")
    + "\n\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " The datacenter survives\nthe loss of "
    + ((stack1 = container.lambda(container.strict(depth0, "tolerates", {"start":{"line":107,"column":14},"end":{"line":107,"column":23}} ), depth0)) != null ? stack1 : "")
    + ".";
},"12":function(container,depth0,helpers,partials,data) {
    return "ACLs are on: make the first token once with `consul acl bootstrap`, keep it, and give it to the commands above as\n`CONSUL_HTTP_TOKEN`.\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(lookupProperty(depth0,"ui"),"tunnel"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.program(15, data, 0),"data":data,"loc":{"start":{"line":119,"column":0},"end":{"line":129,"column":7}}})) != null ? stack1 : "");
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "It listens on the host alone, so reach it through ssh:\n\n```sh\nssh -N -L "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "port", {"start":{"line":123,"column":12},"end":{"line":123,"column":19}} ), depth0)) != null ? stack1 : "")
    + ":"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "address", {"start":{"line":123,"column":24},"end":{"line":123,"column":34}} ), depth0)) != null ? stack1 : "")
    + ":"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "port", {"start":{"line":123,"column":39},"end":{"line":123,"column":46}} ), depth0)) != null ? stack1 : "")
    + " root@"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "host", {"start":{"line":123,"column":56},"end":{"line":123,"column":63}} ), depth0)) != null ? stack1 : "")
    + "\n```\n\nand then open "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "url", {"start":{"line":126,"column":16},"end":{"line":126,"column":22}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "Open "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"ui"), "url", {"start":{"line":128,"column":7},"end":{"line":128,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"16":function(container,depth0,helpers,partials,data) {
    return "It is off; `ui_config: { enabled: true }` in the manifest turns it on.\n";
},"17":function(container,depth0,helpers,partials,data) {
    return "- The gossip key: the agent keeps it in its keyring, so a new one in the files changes nothing by itself. On one server:\n  `consul keygen`, then `consul keyring -install=NEW`, `consul keyring -use=NEW` and `consul keyring -remove=OLD`; each\n  must answer for all members. Then put the new key where the manifest takes it from, render, and do step 3.\n";
},"18":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "- Quorum lost for good, "
    + ((stack1 = container.lambda(container.strict(depth0, "lost", {"start":{"line":147,"column":26},"end":{"line":147,"column":30}} ), depth0)) != null ? stack1 : "")
    + " or more servers gone: stop the remaining ones, write `raft/peers.json` into the data directory as\n  HashiCorp's outage recovery describes, and start them again.\n";
},"19":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n## Patroni\n\nPatroni holds its leader key through a session of the local agent's node. When that node leaves, or is removed as dead,\nthe session ends and the key is gone, whatever Patroni's ttl. Measured from the SIGTERM of the leader's local server:\n\n| leave_on_terminate | autopilot.min_quorum | the key is gone after |\n|---|---|---|\n| true | any | 0.6 s |\n| false | unset | 15 s |\n| false | number of servers | Patroni's ttl after its last renewal: 27 s and more of 30 s, 36 s and more of 40 s |\n\n- So these files set `leave_on_terminate` to false"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"expecting"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":163,"column":50},"end":{"line":163,"column":118}}})) != null ? stack1 : "")
    + ": a restart of one agent, which takes\n  seconds, costs no failover.\n- Patroni renews the session every `loop_wait`, 10 s, so the key outlives the agent by `ttl` - `loop_wait` at least. With\n  `ttl: 40` that is 30 s; Patroni's ttl must be at least 20 s, because Consul takes no session below 10 s and counts it twice.\n- The price: a server that is gone for good stays listed until you say `consul force-leave NAME`.\n- Patroni's author advises to run Consul's servers on hosts of their own with a client beside each Patroni: then load and\n  maintenance of the database hosts do not touch the quorum.\n";
},"20":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " and `autopilot.min_quorum` to "
    + ((stack1 = container.lambda(container.strict(depth0, "expecting", {"start":{"line":163,"column":100},"end":{"line":163,"column":109}} ), depth0)) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Runbook: Consul "
    + ((stack1 = alias2(alias1(depth0, "version", {"start":{"line":1,"column":20},"end":{"line":1,"column":27}} ), depth0)) != null ? stack1 : "")
    + " on "
    + ((stack1 = alias2(alias1(depth0, "nodeCount", {"start":{"line":1,"column":35},"end":{"line":1,"column":44}} ), depth0)) != null ? stack1 : "")
    + "\n\nWritten by consul-cfg for these very hosts. Run the commands in this directory, in this order, in one shell; each step\nsays what to expect. They need root on the hosts over ssh.\n\n| node | datacenter | role | address |\n|---|---|---|---|\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"nodes"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":9}}})) != null ? stack1 : "")
    + "\n```sh\nnodes='\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"nodes"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":16,"column":9}}})) != null ? stack1 : "")
    + "'\n```\n\n## 1. Before\n\n- The binary: `consul` of release "
    + ((stack1 = alias2(alias1(depth0, "version", {"start":{"line":22,"column":36},"end":{"line":22,"column":43}} ), depth0)) != null ? stack1 : "")
    + " for these hosts, in this directory.\n- Open ports between the hosts:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"ports"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":26,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"byName"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":35,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"secrets"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":36,"column":0},"end":{"line":38,"column":7}}})) != null ? stack1 : "")
    + "\n## 2. Copy the binary\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"groups"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":49,"column":9}}})) != null ? stack1 : "")
    + "Expect: `Consul v"
    + ((stack1 = alias2(alias1(depth0, "version", {"start":{"line":50,"column":19},"end":{"line":50,"column":26}} ), depth0)) != null ? stack1 : "")
    + "`, once for each host.\n\n## 3. Copy the files\n\n```sh\nfor node in $nodes; do\n  tar -C \"${node%%=*}\" -cf - $(cd \"${node%%=*}\" && find etc -type f) | ssh \"root@${node#*=}\" tar -C / -xf - --no-same-owner\ndone\n```\n\nExpect: no output. The agent reads every `.json` and `.hcl` in `/etc/consul.d`: if a package or an earlier set-up left\nothers there, move them away.\n\n## 4. Make the account and the directories\n\n```sh\nfor node in $nodes; do\n  ssh \"root@${node#*=}\" 'systemd-sysusers consul.conf && systemd-tmpfiles --create consul.conf && ls -l /etc/consul.d'\ndone\n```\n\nExpect: the first time two lines that a group and a user are created; then "
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"secrets"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":71,"column":75},"end":{"line":72,"column":51}}})) != null ? stack1 : "")
    + "the configuration that was copied.\n\n## 5. Validate\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"groups"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":76,"column":0},"end":{"line":83,"column":9}}})) != null ? stack1 : "")
    + "Expect: `Configuration is valid!` from each host"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"expecting"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":84,"column":48},"end":{"line":84,"column":141}}})) != null ? stack1 : "")
    + ".\nA line about permissions means that step 4 was left out.\n\n## 6. Start\n\n```sh\nfor node in $nodes; do\n  ssh \"root@${node#*=}\" 'systemctl daemon-reload && systemctl enable --now --no-block consul'\ndone\n```\n\nExpect: `Created symlink …/consul.service` the first time."
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"waits"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":95,"column":58},"end":{"line":97,"column":96}}})) != null ? stack1 : "")
    + "\n\n## 7. Look\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"datacenters"),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":101,"column":0},"end":{"line":109,"column":9}}})) != null ? stack1 : "")
    + "When `list-peers` says \"No cluster leader\", read `journalctl -u consul` on the servers: they tell whom they fail to join.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"acl"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":111,"column":0},"end":{"line":114,"column":7}}})) != null ? stack1 : "")
    + "\n## 8. The UI\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"ui"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.program(16, data, 0),"data":data,"loc":{"start":{"line":118,"column":0},"end":{"line":132,"column":7}}})) != null ? stack1 : "")
    + "\n## 9. Later\n\n- A change: change the manifest, render, and do steps 3 and 5. `systemctl reload consul` is enough for checks, services,\n  tokens and the log level. Everything else needs `systemctl restart consul`, one server at a time; go on when\n  `consul operator raft list-peers` shows all of them again.\n- A new Consul release: change `consul:` in the manifest, render, and do steps 2, 3 and 5 host by host, servers first, the\n  leader last.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"encrypt"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":141,"column":0},"end":{"line":145,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"lost"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":146,"column":0},"end":{"line":149,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(19, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":150,"column":0},"end":{"line":170,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "consul.service": {"0":function(container,depth0,helpers,partials,data) {
    return "# The agent says that it is ready after its first successful join, however long the peers take to come up.\nType=notify\nTimeoutStartSec=infinity\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "# With nothing to join the agent would never say that it is ready.\nType=exec\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "# An agent that stays a member ends with status 1 when it is stopped; when it ends so by itself, it is restarted.\nSuccessExitStatus=1\nRestartForceExitStatus=1\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "# For the ports below 1024: "
    + ((stack1 = container.lambda(container.strict(depth0, "lowPorts", {"start":{"line":36,"column":30},"end":{"line":36,"column":38}} ), depth0)) != null ? stack1 : "")
    + ".\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "CapabilityBoundingSet=\nPrivateUsers=yes\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "ProtectHome=yes\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "PrivateTmp=yes\n";
},"7":function(container,depth0,helpers,partials,data) {
    return "# Script checks see other processes. One that makes code at run time (Java, Node.js) needs MemoryDenyWriteExecute=no.\n";
},"8":function(container,depth0,helpers,partials,data) {
    return "ProtectProc=invisible\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n# From the manifest.\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"service"),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":79,"column":0},"end":{"line":81,"column":9}}})) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":80,"column":2},"end":{"line":80,"column":6}} ), depth0)) != null ? stack1 : "")
    + "="
    + ((stack1 = alias2(alias1(depth0, "value", {"start":{"line":80,"column":11},"end":{"line":80,"column":16}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg for "
    + ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":1,"column":30},"end":{"line":1,"column":34}} ), depth0)) != null ? stack1 : "")
    + ". Change the manifest and render again, or add a drop-in.\n\n[Unit]\nDescription=HashiCorp Consul "
    + ((stack1 = alias2(alias1(depth0, "role", {"start":{"line":4,"column":31},"end":{"line":4,"column":35}} ), depth0)) != null ? stack1 : "")
    + " in "
    + ((stack1 = alias2(alias1(depth0, "datacenter", {"start":{"line":4,"column":43},"end":{"line":4,"column":53}} ), depth0)) != null ? stack1 : "")
    + "\nDocumentation=https://developer.hashicorp.com/consul/docs\nWants=network-online.target\nAfter=network-online.target\nRequiresMountsFor="
    + ((stack1 = lookupProperty(helpers,"words").call(alias3,lookupProperty(depth0,"stateDirectories"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":8,"column":18},"end":{"line":8,"column":44}}})) != null ? stack1 : "")
    + "\n\n[Service]\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"notify"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":18,"column":7}}})) != null ? stack1 : "")
    + "User="
    + ((stack1 = alias2(alias1(depth0, "user", {"start":{"line":19,"column":7},"end":{"line":19,"column":11}} ), depth0)) != null ? stack1 : "")
    + "\nGroup="
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":20,"column":8},"end":{"line":20,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\nExecStart="
    + ((stack1 = lookupProperty(helpers,"arguments").call(alias3,lookupProperty(depth0,"command"),{"name":"arguments","hash":{},"data":data,"loc":{"start":{"line":21,"column":10},"end":{"line":21,"column":31}}})) != null ? stack1 : "")
    + "\nExecReload=/bin/kill -s HUP $MAINPID\n# Only the agent is told to stop: its checks must not fail before it does.\nKillMode=mixed\nRestart=on-failure\nRestartSec=5\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(depth0,"leaves"),{"name":"unless","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":31,"column":11}}})) != null ? stack1 : "")
    + "LimitNOFILE=65536\nUMask=0077\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"lowPorts"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":42,"column":7}}})) != null ? stack1 : "")
    + "NoNewPrivileges=yes\nProtectSystem=strict\nReadWritePaths="
    + ((stack1 = lookupProperty(helpers,"words").call(alias3,lookupProperty(depth0,"stateDirectories"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":45,"column":15},"end":{"line":45,"column":41}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(depth0,"stateInHome"),{"name":"unless","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":48,"column":11}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(depth0,"stateInTmp"),{"name":"unless","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":49,"column":0},"end":{"line":51,"column":11}}})) != null ? stack1 : "")
    + "PrivateDevices=yes\nPrivateMounts=yes\nProtectClock=yes\nProtectControlGroups=yes\nProtectHostname=yes\nProtectKernelLogs=yes\nProtectKernelModules=yes\nProtectKernelTunables=yes\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"scriptChecks"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data,"loc":{"start":{"line":60,"column":0},"end":{"line":64,"column":7}}})) != null ? stack1 : "")
    + "MemoryDenyWriteExecute=yes\nLockPersonality=yes\nRemoveIPC=yes\nRestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX\nRestrictNamespaces=yes\nRestrictRealtime=yes\nRestrictSUIDSGID=yes\nSystemCallArchitectures=native\nSystemCallErrorNumber=EPERM\nSystemCallFilter=@system-service\nSystemCallFilter=~@privileged @resources\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"service"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":76,"column":0},"end":{"line":82,"column":7}}})) != null ? stack1 : "")
    + "\n[Install]\nWantedBy=multi-user.target\n";
},"useData":true},
  "patroni.yml": {"0":function(container,depth0,helpers,partials,data) {
    return "  # The token is not here: give Patroni PATRONI_CONSUL_TOKEN in its environment. It needs key, service and session rules.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg for "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":1,"column":30},"end":{"line":1,"column":34}} ), depth0)) != null ? stack1 : "")
    + ": how the Patroni of this host finds its store. Start Patroni on a directory of files,\n# such as /etc/patroni, or copy this section into its configuration.\nconsul:\n  host: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"host"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":4,"column":8},"end":{"line":4,"column":21}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"acl"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":7,"column":7}}})) != null ? stack1 : "")
    + "  # The session has no health checks: it must outlive a restart of the agent. See RUNBOOK.md.\n  checks: []\n  register_service: false\n";
},"useData":true},
  "sysusers.conf": {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "g "
    + ((stack1 = container.lambda(container.strict(depth0, "group", {"start":{"line":3,"column":4},"end":{"line":3,"column":9}} ), depth0)) != null ? stack1 : "")
    + " -\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "m "
    + ((stack1 = alias2(alias1(depth0, "user", {"start":{"line":7,"column":4},"end":{"line":7,"column":8}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":7,"column":13},"end":{"line":7,"column":18}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg. The account that the Consul agent runs as.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"ownGroup"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":0},"end":{"line":4,"column":7}}})) != null ? stack1 : "")
    + "u "
    + ((stack1 = container.lambda(container.strict(depth0, "user", {"start":{"line":5,"column":4},"end":{"line":5,"column":8}} ), depth0)) != null ? stack1 : "")
    + " - \"HashiCorp Consul agent\" "
    + ((stack1 = lookupProperty(helpers,"word").call(alias1,lookupProperty(depth0,"home"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":5,"column":38},"end":{"line":5,"column":51}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"ownGroup"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":8,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "tmpfiles.conf": {"0":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "d "
    + ((stack1 = lookupProperty(helpers,"word").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"word","hash":{},"data":data,"loc":{"start":{"line":4,"column":2},"end":{"line":4,"column":15}}})) != null ? stack1 : "")
    + " 0750 "
    + ((stack1 = alias2(alias1(depths[1], "user", {"start":{"line":4,"column":23},"end":{"line":4,"column":30}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depths[1], "group", {"start":{"line":4,"column":35},"end":{"line":4,"column":43}} ), depth0)) != null ? stack1 : "")
    + " -\n";
},"1":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "z "
    + ((stack1 = lookupProperty(helpers,"word").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"path"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":7,"column":2},"end":{"line":7,"column":15}}})) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "mode", {"start":{"line":7,"column":18},"end":{"line":7,"column":22}} ), depth0)) != null ? stack1 : "")
    + " root "
    + ((stack1 = alias2(alias1(depths[1], "group", {"start":{"line":7,"column":32},"end":{"line":7,"column":40}} ), depth0)) != null ? stack1 : "")
    + " -\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg. Directories of the Consul agent, and who may read its configuration.\nd /etc/consul.d 0750 root "
    + ((stack1 = container.lambda(container.strict(depth0, "group", {"start":{"line":2,"column":28},"end":{"line":2,"column":33}} ), depth0)) != null ? stack1 : "")
    + " -\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"directories"),{"name":"each","hash":{},"fn":container.program(0, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":5,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"files"),{"name":"each","hash":{},"fn":container.program(1, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":8,"column":9}}})) != null ? stack1 : "");
},"useData":true,"useDepths":true},
};
