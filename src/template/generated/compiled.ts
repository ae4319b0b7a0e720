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
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- The binary: `"
    + ((stack1 = alias2(alias1(depth0, "file", {"start":{"line":23,"column":17},"end":{"line":23,"column":21}} ), depth0)) != null ? stack1 : "")
    + "`, of release "
    + ((stack1 = alias2(alias1(depth0, "version", {"start":{"line":23,"column":39},"end":{"line":23,"column":46}} ), depth0)) != null ? stack1 : "")
    + " for "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"nodes"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data,"loc":{"start":{"line":23,"column":53},"end":{"line":23,"column":107}}})) != null ? stack1 : "")
    + ", in this directory.\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"nodes"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":23,"column":66},"end":{"line":23,"column":81}}})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "these hosts";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "  - "
    + ((stack1 = alias2(alias1(depth0, "number", {"start":{"line":27,"column":6},"end":{"line":27,"column":12}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "protocols", {"start":{"line":27,"column":17},"end":{"line":27,"column":26}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "purpose", {"start":{"line":27,"column":32},"end":{"line":27,"column":39}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "  - `etc/nftables.d/consul.nft` of each node closes the ports of its agent to all other hosts. After step 3, on each host:\n    `nft -c -f /etc/nftables.d/consul.nft && nft -f /etc/nftables.d/consul.nft`; its first lines explain how to load it at boot.\n";
},"7":function(container,depth0,helpers,partials,data) {
    return "  - `etc/firewalld` of each node opens the ports of its agent to the hosts that need them. After step 3, on each host:\n    `firewall-cmd --check-config && firewall-cmd --reload`.\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- Names: the hosts find each other by name, so every host must resolve "
    + ((stack1 = lookupProperty(helpers,"words").call(alias1,lookupProperty(depth0,"byName"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":38,"column":71},"end":{"line":38,"column":87}}})) != null ? stack1 : "")
    + ". To check it:\n\n  ```sh\n  for node in $nodes; do ssh \"root@${node#*=}\" getent hosts "
    + ((stack1 = lookupProperty(helpers,"words").call(alias1,lookupProperty(depth0,"byName"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":41,"column":60},"end":{"line":41,"column":76}}})) != null ? stack1 : "")
    + "; done\n  ```\n\n  Expect: one line for each name, the same on all hosts, and none of them with 127.0.0.1 or 127.0.1.1.\n";
},"9":function(container,depth0,helpers,partials,data) {
    return "- Secrets: `etc/consul.d/10-secrets.json` of each node holds keys or tokens. Keep it out of version control.\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"packaged"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.program(12, data, 0),"data":data,"loc":{"start":{"line":53,"column":0},"end":{"line":67,"column":7}}})) != null ? stack1 : "")
    + "Expect: `Consul v"
    + ((stack1 = container.lambda(container.strict(depth0, "version", {"start":{"line":68,"column":19},"end":{"line":68,"column":26}} ), depth0)) != null ? stack1 : "")
    + "`, once for each host.\n\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "On these hosts a package installs the binary and the unit; install it there in that release, and do not start it yet:\n\n```sh\nfor node in "
    + ((stack1 = alias2(alias1(depth0, "nodes", {"start":{"line":57,"column":14},"end":{"line":57,"column":19}} ), depth0)) != null ? stack1 : "")
    + "; do ssh \"root@${node#*=}\" '"
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":57,"column":51},"end":{"line":57,"column":57}} ), depth0)) != null ? stack1 : "")
    + " version && systemctl cat consul > /dev/null'; done\n```\n\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "```sh\nfor node in "
    + ((stack1 = alias2(alias1(depth0, "nodes", {"start":{"line":62,"column":14},"end":{"line":62,"column":19}} ), depth0)) != null ? stack1 : "")
    + "; do\n  ssh \"root@${node#*=}\" 'cat > "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":63,"column":33},"end":{"line":63,"column":39}} ), depth0)) != null ? stack1 : "")
    + ".new && chmod 0755 "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":63,"column":62},"end":{"line":63,"column":68}} ), depth0)) != null ? stack1 : "")
    + ".new && mv "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":63,"column":83},"end":{"line":63,"column":89}} ), depth0)) != null ? stack1 : "")
    + ".new "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":63,"column":98},"end":{"line":63,"column":104}} ), depth0)) != null ? stack1 : "")
    + " && "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":63,"column":112},"end":{"line":63,"column":118}} ), depth0)) != null ? stack1 : "")
    + " version' < "
    + ((stack1 = alias2(alias1(depth0, "file", {"start":{"line":63,"column":134},"end":{"line":63,"column":138}} ), depth0)) != null ? stack1 : "")
    + "\ndone\n```\n\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "`10-secrets.json` as\n`-rw-r----- root "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"firstGroup"), "group", {"start":{"line":91,"column":19},"end":{"line":91,"column":35}} ), depth0)) != null ? stack1 : "")
    + "`, and ";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n```sh\nfor host in "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(lookupProperty(depth0,"patroniToken"),"hosts"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":95,"column":12},"end":{"line":95,"column":40}}})) != null ? stack1 : "")
    + "; do\n  ssh \"root@$host\" 'chgrp "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"patroniToken"), "group", {"start":{"line":96,"column":28},"end":{"line":96,"column":46}} ), depth0)) != null ? stack1 : "")
    + " /etc/patroni/consul-token.yml && chmod 0640 /etc/patroni/consul-token.yml'\ndone\n```\n\nExpect: no output. Only Patroni can read its token.\n";
},"15":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(container.strict(depth0, "tls", {"start":{"line":104,"column":2},"end":{"line":104,"column":5}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "```sh\nfor node in "
    + ((stack1 = alias2(alias1(depth0, "nodes", {"start":{"line":111,"column":14},"end":{"line":111,"column":19}} ), depth0)) != null ? stack1 : "")
    + "; do\n  ssh \"root@${node#*=}\" 'runuser -u "
    + ((stack1 = alias2(alias1(depth0, "user", {"start":{"line":112,"column":38},"end":{"line":112,"column":42}} ), depth0)) != null ? stack1 : "")
    + " -- "
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":112,"column":50},"end":{"line":112,"column":56}} ), depth0)) != null ? stack1 : "")
    + " validate /etc/consul.d'\ndone\n```\n\n";
},"17":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ", and from servers the notice that "
    + ((stack1 = container.lambda(container.strict(depth0, "expecting", {"start":{"line":117,"column":102},"end":{"line":117,"column":111}} ), depth0)) != null ? stack1 : "")
    + " servers are expected";
},"18":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " `systemctl is-active consul` prints `activating` until the\nagent has joined another, which it tries every 30 seconds, and then `active`. The servers elect a leader once all\n"
    + ((stack1 = container.lambda(container.strict(depth0, "expecting", {"start":{"line":130,"column":2},"end":{"line":130,"column":11}} ), depth0)) != null ? stack1 : "")
    + " have found each other, and not before: that is what bootstrap_expect means.";
},"19":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(container.strict(depth0, "acl", {"start":{"line":133,"column":2},"end":{"line":133,"column":5}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"20":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "```sh\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depths[1],"acl"),{"name":"if","hash":{},"fn":container.program(21, data, 0, blockParams, depths),"inverse":container.program(22, data, 0, blockParams, depths),"data":data,"loc":{"start":{"line":140,"column":0},"end":{"line":144,"column":7}}})) != null ? stack1 : "")
    + "```\n\nExpect in "
    + ((stack1 = alias3(alias2(depth0, "name", {"start":{"line":147,"column":12},"end":{"line":147,"column":16}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias3(alias2(depth0, "members", {"start":{"line":147,"column":22},"end":{"line":147,"column":29}} ), depth0)) != null ? stack1 : "")
    + " with `alive`; then "
    + ((stack1 = alias3(alias2(depth0, "servers", {"start":{"line":147,"column":53},"end":{"line":147,"column":60}} ), depth0)) != null ? stack1 : "")
    + " as voters, exactly one of them `leader`."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tolerates"),{"name":"if","hash":{},"fn":container.program(23, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":147,"column":103},"end":{"line":148,"column":33}}})) != null ? stack1 : "")
    + "\n\n";
},"21":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "as "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":141,"column":5},"end":{"line":141,"column":9}} ), depth0)) != null ? stack1 : "")
    + " '"
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":141,"column":15},"end":{"line":141,"column":22}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":141,"column":26},"end":{"line":141,"column":32}} ), depth0)) != null ? stack1 : "")
    + " members && "
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":141,"column":48},"end":{"line":141,"column":55}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":141,"column":59},"end":{"line":141,"column":65}} ), depth0)) != null ? stack1 : "")
    + " operator raft list-peers' < /dev/null\n";
},"22":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "ssh root@"
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":143,"column":11},"end":{"line":143,"column":15}} ), depth0)) != null ? stack1 : "")
    + " '"
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":143,"column":21},"end":{"line":143,"column":28}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":143,"column":32},"end":{"line":143,"column":38}} ), depth0)) != null ? stack1 : "")
    + " members && "
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":143,"column":54},"end":{"line":143,"column":61}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":143,"column":65},"end":{"line":143,"column":71}} ), depth0)) != null ? stack1 : "")
    + " operator raft list-peers'\n";
},"23":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " The datacenter survives\nthe loss of "
    + ((stack1 = container.lambda(container.strict(depth0, "tolerates", {"start":{"line":148,"column":14},"end":{"line":148,"column":23}} ), depth0)) != null ? stack1 : "")
    + ".";
},"24":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(lookupProperty(depth0,"ui"),"tunnel"),{"name":"if","hash":{},"fn":container.program(25, data, 0),"inverse":container.program(26, data, 0),"data":data,"loc":{"start":{"line":156,"column":0},"end":{"line":166,"column":7}}})) != null ? stack1 : "");
},"25":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "It listens only on the host itself, so reach it through ssh:\n\n```sh\nssh -N -L "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "port", {"start":{"line":160,"column":12},"end":{"line":160,"column":19}} ), depth0)) != null ? stack1 : "")
    + ":"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "address", {"start":{"line":160,"column":24},"end":{"line":160,"column":34}} ), depth0)) != null ? stack1 : "")
    + ":"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "port", {"start":{"line":160,"column":39},"end":{"line":160,"column":46}} ), depth0)) != null ? stack1 : "")
    + " root@"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "host", {"start":{"line":160,"column":56},"end":{"line":160,"column":63}} ), depth0)) != null ? stack1 : "")
    + "\n```\n\nand then open "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "url", {"start":{"line":163,"column":16},"end":{"line":163,"column":22}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"26":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "Open "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"ui"), "url", {"start":{"line":165,"column":7},"end":{"line":165,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"27":function(container,depth0,helpers,partials,data) {
    return "It is off; `ui_config: { enabled: true }` in the manifest turns it on.\n";
},"28":function(container,depth0,helpers,partials,data) {
    return "- The gossip key: the agent keeps it in its keyring, so a new one in the files changes nothing by itself. On one server:\n  `consul keygen`, then `consul keyring -install=NEW`, `consul keyring -use=NEW` and `consul keyring -remove=OLD`; each\n  must succeed for all members. Then put the new key where the manifest reads it from, render, and do steps 3 and 4.\n";
},"29":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "- Quorum lost for good, "
    + ((stack1 = container.lambda(container.strict(depth0, "lost", {"start":{"line":184,"column":26},"end":{"line":184,"column":30}} ), depth0)) != null ? stack1 : "")
    + " or more servers gone: stop the remaining ones, write `raft/peers.json` into the data directory as\n  HashiCorp's outage recovery describes, and start them again.\n";
},"30":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n## Patroni\n\nPatroni holds its leader key through a session of the local agent's node. When that node leaves, or is removed as dead,\nthe session ends and the key is gone, whatever Patroni's ttl. Measured from the SIGTERM of the leader's local server:\n\n| leave_on_terminate | autopilot.min_quorum | the key is gone after |\n|---|---|---|\n| true | any | 0.6 s |\n| false | unset | 15 s |\n| false | number of servers | Patroni's ttl after its last renewal: 27 s and more of 30 s, 36 s and more of 40 s |\n\n- So these files set `leave_on_terminate` to false"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"expecting"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":200,"column":50},"end":{"line":200,"column":118}}})) != null ? stack1 : "")
    + ": a restart of one agent, which takes\n  seconds, costs no failover.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroniLeft"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":202,"column":0},"end":{"line":205,"column":7}}})) != null ? stack1 : "")
    + "- Patroni renews the session every `loop_wait`, 10 s, so the key outlives the agent by `ttl` - `loop_wait` at least. With\n  `ttl: 40` that is 30 s; Patroni's ttl must be at least 20 s, because Consul accepts no session TTL below 10 s and doubles it.\n- The price: a server that is gone for good stays listed until you run `consul force-leave NAME`.\n- Patroni's author advises running Consul's servers on separate hosts, with a client next to each Patroni: then load and\n  maintenance of the database hosts do not touch the quorum.\n";
},"31":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " and `autopilot.min_quorum` to "
    + ((stack1 = container.lambda(container.strict(depth0, "expecting", {"start":{"line":200,"column":100},"end":{"line":200,"column":109}} ), depth0)) != null ? stack1 : "");
},"32":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- No `etc/patroni/consul.yml` for "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"patroniLeft"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":203,"column":34},"end":{"line":203,"column":55}}})) != null ? stack1 : "")
    + ": Patroni supports neither unix sockets nor an address that only the\n  host knows. Let the agent listen on 127.0.0.1 too.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams,depths) {
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
    + "\n\nWritten by consul-cfg for these hosts. Run the commands in this directory, in this order, in one shell; each step lists\nwhat to expect. They need root on the hosts over ssh.\n\n| node | datacenter | role | address |\n|---|---|---|---|\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"nodes"),{"name":"each","hash":{},"fn":container.program(0, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":9}}})) != null ? stack1 : "")
    + "\n```sh\nnodes='\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"nodes"),{"name":"each","hash":{},"fn":container.program(1, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":16,"column":9}}})) != null ? stack1 : "")
    + "'\n```\n\n## 1. Prerequisites\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"binaries"),{"name":"each","hash":{},"fn":container.program(2, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":24,"column":9}}})) != null ? stack1 : "")
    + "- Open ports between the hosts:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"ports"),{"name":"each","hash":{},"fn":container.program(5, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":26,"column":0},"end":{"line":28,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"firewall"),"nftables"),{"name":"if","hash":{},"fn":container.program(6, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":29,"column":0},"end":{"line":32,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"firewall"),"firewalld"),{"name":"if","hash":{},"fn":container.program(7, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":33,"column":0},"end":{"line":36,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"byName"),{"name":"if","hash":{},"fn":container.program(8, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":37,"column":0},"end":{"line":45,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"secrets"),{"name":"if","hash":{},"fn":container.program(9, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":48,"column":7}}})) != null ? stack1 : "")
    + "\n## 2. Copy the binary\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"groups"),{"name":"each","hash":{},"fn":container.program(10, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":52,"column":0},"end":{"line":70,"column":9}}})) != null ? stack1 : "")
    + "## 3. Copy the files\n\n```sh\nfor node in $nodes; do\n  tar -C \"${node%%=*}\" -cf - $(cd \"${node%%=*}\" && find * -type f) | ssh \"root@${node#*=}\" tar -C / -xf - --no-same-owner\ndone\n```\n\nExpect: no output. The agent reads every `.json` and `.hcl` in `/etc/consul.d`: if a package or an earlier set-up left\nothers there, move them away.\n\n## 4. Create the account and the directories\n\n```sh\nfor node in $nodes; do\n  ssh \"root@${node#*=}\" 'systemd-sysusers consul.conf && systemd-tmpfiles --create consul.conf && ls -l /etc/consul.d'\ndone\n```\n\nExpect: the first time two lines that a group and a user are created; then "
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"secrets"),{"name":"if","hash":{},"fn":container.program(13, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":90,"column":75},"end":{"line":91,"column":51}}})) != null ? stack1 : "")
    + "the configuration that was copied.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroniToken"),{"name":"if","hash":{},"fn":container.program(14, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":92,"column":0},"end":{"line":101,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"tls"),{"name":"if","hash":{},"fn":container.program(15, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":102,"column":0},"end":{"line":105,"column":7}}})) != null ? stack1 : "")
    + "\n## 5. Validate\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"groups"),{"name":"each","hash":{},"fn":container.program(16, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":109,"column":0},"end":{"line":116,"column":9}}})) != null ? stack1 : "")
    + "Expect: `Configuration is valid!` from each host"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"expecting"),{"name":"if","hash":{},"fn":container.program(17, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":117,"column":48},"end":{"line":117,"column":141}}})) != null ? stack1 : "")
    + ".\nA line about permissions means that step 4 was skipped.\n\n## 6. Start\n\n```sh\nfor node in $nodes; do\n  ssh \"root@${node#*=}\" 'systemctl daemon-reload && systemctl enable --now --no-block consul'\ndone\n```\n\nExpect: `Created symlink …/consul.service` the first time."
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"waits"),{"name":"if","hash":{},"fn":container.program(18, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":128,"column":58},"end":{"line":130,"column":96}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"acl"),{"name":"if","hash":{},"fn":container.program(19, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":131,"column":0},"end":{"line":134,"column":7}}})) != null ? stack1 : "")
    + "\n## 7. Check\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"clusters"),{"name":"each","hash":{},"fn":container.program(20, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":138,"column":0},"end":{"line":150,"column":9}}})) != null ? stack1 : "")
    + "When `list-peers` says \"No cluster leader\", read `journalctl -u consul` on the servers: they log which servers they fail to join.\n\n## 8. The UI\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"ui"),{"name":"if","hash":{},"fn":container.program(24, data, 0, blockParams, depths),"inverse":container.program(27, data, 0, blockParams, depths),"data":data,"loc":{"start":{"line":155,"column":0},"end":{"line":169,"column":7}}})) != null ? stack1 : "")
    + "\n## 9. Later\n\n- A change: change the manifest, render, and do steps 3 to 5. `systemctl reload consul` is enough for checks, services,\n  tokens and the log level. Everything else needs `systemctl restart consul`, one server at a time; go on when\n  `consul operator raft list-peers` shows all of them again.\n- A new Consul release: change `consul:` in the manifest, render, and do steps 2 to 5 host by host, servers first, the\n  leader last.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"encrypt"),{"name":"if","hash":{},"fn":container.program(28, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":178,"column":0},"end":{"line":182,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"lost"),{"name":"if","hash":{},"fn":container.program(29, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":183,"column":0},"end":{"line":186,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(30, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":187,"column":0},"end":{"line":211,"column":7}}})) != null ? stack1 : "");
},"useData":true,"useDepths":true},
  "consul-drop-in.conf": {"0":function(container,depth0,helpers,partials,data) {
    return "# At shutdown Patroni stops first, and gives up its leader key through the agent, which is still there.\nBefore=patroni.service\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "# The agent reports readiness after its first successful join, however long its peers take to start.\nType=notify\nTimeoutStartSec=infinity\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "# With nothing to join the agent would never report readiness.\nType=exec\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "KillSignal=SIGTERM\nExecStop=\n# An agent that stays a member exits with status 1 when it is stopped; when it exits so by itself, it is restarted.\nSuccessExitStatus=1\nRestartForceExitStatus=1\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "# For the ports below 1024: "
    + ((stack1 = container.lambda(container.strict(depth0, "lowPorts", {"start":{"line":36,"column":30},"end":{"line":36,"column":38}} ), depth0)) != null ? stack1 : "")
    + ".\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n# From the manifest.\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"service"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":44,"column":9}}})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":43,"column":2},"end":{"line":43,"column":6}} ), depth0)) != null ? stack1 : "")
    + "="
    + ((stack1 = alias2(alias1(depth0, "value", {"start":{"line":43,"column":11},"end":{"line":43,"column":16}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg. Changes the unit of the package where this configuration differs; the rest is the package's. Change the manifest and render again, or add a drop-in that sorts after this one.\n\n[Unit]\n# The release that this was rendered for: systemd ignores it, and `consul-cfg lint` uses it.\nX-Consul-Version="
    + ((stack1 = alias2(alias1(depth0, "consul", {"start":{"line":5,"column":19},"end":{"line":5,"column":25}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":9,"column":7}}})) != null ? stack1 : "")
    + "# Units of packages are skipped silently if their own configuration file is missing.\nConditionFileNotEmpty=\n\n[Service]\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"notify"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":21,"column":7}}})) != null ? stack1 : "")
    + "User="
    + ((stack1 = alias2(alias1(depth0, "user", {"start":{"line":22,"column":7},"end":{"line":22,"column":11}} ), depth0)) != null ? stack1 : "")
    + "\nGroup="
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":23,"column":8},"end":{"line":23,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\nExecStart=\nExecStart="
    + ((stack1 = lookupProperty(helpers,"arguments").call(alias3,lookupProperty(depth0,"command"),{"name":"arguments","hash":{},"data":data,"loc":{"start":{"line":25,"column":10},"end":{"line":25,"column":31}}})) != null ? stack1 : "")
    + "\n# SIGTERM goes to the agent only; what is left of its processes is killed afterwards.\nKillMode=mixed\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(depth0,"leaves"),{"name":"unless","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":34,"column":11}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"lowPorts"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":38,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"service"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":39,"column":0},"end":{"line":45,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "consul.service": {"0":function(container,depth0,helpers,partials,data) {
    return "# At shutdown Patroni stops first, and gives up its leader key through the agent, which is still there.\nBefore=patroni.service\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RequiresMountsFor="
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"stateDirectories"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":15,"column":18},"end":{"line":15,"column":44}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "# The agent reports readiness after its first successful join, however long its peers take to start.\nType=notify\nTimeoutStartSec=infinity\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "# With nothing to join the agent would never report readiness.\nType=exec\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "# An agent that stays a member exits with status 1 when it is stopped; when it exits so by itself, it is restarted.\nSuccessExitStatus=1\nRestartForceExitStatus=1\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "# For the ports below 1024: "
    + ((stack1 = container.lambda(container.strict(depth0, "lowPorts", {"start":{"line":44,"column":30},"end":{"line":44,"column":38}} ), depth0)) != null ? stack1 : "")
    + ".\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "CapabilityBoundingSet=\nPrivateUsers=yes\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "ReadWritePaths="
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"stateDirectories"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":54,"column":15},"end":{"line":54,"column":41}}})) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data) {
    return "ProtectHome=yes\n";
},"9":function(container,depth0,helpers,partials,data) {
    return "PrivateTmp=yes\n";
},"10":function(container,depth0,helpers,partials,data) {
    return "# Script checks see other processes. One that makes code at run time (Java, Node.js) needs MemoryDenyWriteExecute=no.\n";
},"11":function(container,depth0,helpers,partials,data) {
    return "ProtectProc=invisible\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n# From the manifest.\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"service"),{"name":"each","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":89,"column":0},"end":{"line":91,"column":9}}})) != null ? stack1 : "");
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":90,"column":2},"end":{"line":90,"column":6}} ), depth0)) != null ? stack1 : "")
    + "="
    + ((stack1 = alias2(alias1(depth0, "value", {"start":{"line":90,"column":11},"end":{"line":90,"column":16}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg. Change the manifest and render again, or add a drop-in.\n\n[Unit]\nDescription=HashiCorp Consul "
    + ((stack1 = alias2(alias1(depth0, "role", {"start":{"line":4,"column":31},"end":{"line":4,"column":35}} ), depth0)) != null ? stack1 : "")
    + " in "
    + ((stack1 = alias2(alias1(depth0, "datacenter", {"start":{"line":4,"column":43},"end":{"line":4,"column":53}} ), depth0)) != null ? stack1 : "")
    + "\nDocumentation=https://developer.hashicorp.com/consul/docs\n# The release that this was rendered for: systemd ignores it, and `consul-cfg lint` uses it.\nX-Consul-Version="
    + ((stack1 = alias2(alias1(depth0, "consul", {"start":{"line":7,"column":19},"end":{"line":7,"column":25}} ), depth0)) != null ? stack1 : "")
    + "\nWants=network-online.target\nAfter=network-online.target\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":13,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"stateDirectories"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":16,"column":7}}})) != null ? stack1 : "")
    + "\n[Service]\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"notify"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":19,"column":0},"end":{"line":26,"column":7}}})) != null ? stack1 : "")
    + "User="
    + ((stack1 = alias2(alias1(depth0, "user", {"start":{"line":27,"column":7},"end":{"line":27,"column":11}} ), depth0)) != null ? stack1 : "")
    + "\nGroup="
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":28,"column":8},"end":{"line":28,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\nExecStart="
    + ((stack1 = lookupProperty(helpers,"arguments").call(alias3,lookupProperty(depth0,"command"),{"name":"arguments","hash":{},"data":data,"loc":{"start":{"line":29,"column":10},"end":{"line":29,"column":31}}})) != null ? stack1 : "")
    + "\nExecReload=/bin/kill -s HUP $MAINPID\n# SIGTERM goes to the agent only: its checks must not fail before it stops.\nKillMode=mixed\nRestart=on-failure\nRestartSec=5\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(depth0,"leaves"),{"name":"unless","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":39,"column":11}}})) != null ? stack1 : "")
    + "LimitNOFILE=65536\nUMask=0077\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"lowPorts"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":50,"column":7}}})) != null ? stack1 : "")
    + "NoNewPrivileges=yes\nProtectSystem=strict\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"stateDirectories"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":53,"column":0},"end":{"line":55,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(depth0,"stateInHome"),{"name":"unless","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":56,"column":0},"end":{"line":58,"column":11}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(depth0,"stateInTmp"),{"name":"unless","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":59,"column":0},"end":{"line":61,"column":11}}})) != null ? stack1 : "")
    + "PrivateDevices=yes\nPrivateMounts=yes\nProtectClock=yes\nProtectControlGroups=yes\nProtectHostname=yes\nProtectKernelLogs=yes\nProtectKernelModules=yes\nProtectKernelTunables=yes\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"scriptChecks"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data,"loc":{"start":{"line":70,"column":0},"end":{"line":74,"column":7}}})) != null ? stack1 : "")
    + "MemoryDenyWriteExecute=yes\nLockPersonality=yes\nRemoveIPC=yes\nRestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX\nRestrictNamespaces=yes\nRestrictRealtime=yes\nRestrictSUIDSGID=yes\nSystemCallArchitectures=native\nSystemCallErrorNumber=EPERM\nSystemCallFilter=@system-service\nSystemCallFilter=~@privileged @resources\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"service"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":86,"column":0},"end":{"line":92,"column":7}}})) != null ? stack1 : "")
    + "\n[Install]\nWantedBy=multi-user.target\n";
},"useData":true},
  "patroni-complete.yml": {"0":function(container,depth0,helpers,partials,data) {
    return "# It holds passwords: readable for root and for Patroni only.\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "# The store is in consul.yml and the passwords are in passwords.yml: Patroni merges all files of its directory.\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "namespace: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"namespace"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":9,"column":11},"end":{"line":9,"column":29}}})) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(container.strict(depth0, "consul", {"start":{"line":18,"column":2},"end":{"line":18,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "  method: pg_createcluster\n  pg_createcluster:\n    command: /usr/share/patroni/pg_createcluster_patroni\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "  initdb:\n    - encoding: UTF8\n    - data-checksums\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  create_replica_method:\n    - pg_clonecluster\n  pg_clonecluster:\n    command: /usr/share/patroni/pg_clonecluster_patroni\n  config_dir: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"configDir"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":54,"column":14},"end":{"line":54,"column":32}}})) != null ? stack1 : "")
    + "\n  pgpass: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"pgpass"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":55,"column":10},"end":{"line":55,"column":25}}})) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      password: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"superuser"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":65,"column":16},"end":{"line":65,"column":34}}})) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      password: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"replication"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":70,"column":16},"end":{"line":70,"column":36}}})) != null ? stack1 : "")
    + "\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    rewind:\n      username: rewind\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"rewind"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":75,"column":0},"end":{"line":77,"column":7}}})) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      password: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"rewind"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":76,"column":16},"end":{"line":76,"column":31}}})) != null ? stack1 : "")
    + "\n";
},"11":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.lambda;

  return "    - host replication replicator "
    + ((stack1 = alias1(depth0, depth0)) != null ? stack1 : "")
    + " scram-sha-256\n    - host all "
    + ((stack1 = alias1(container.strict(depths[1], "rewindUser", {"start":{"line":85,"column":17},"end":{"line":85,"column":30}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias1(depth0, depth0)) != null ? stack1 : "")
    + " scram-sha-256\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    # The applications.\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"clients"),{"name":"each","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":89,"column":0},"end":{"line":91,"column":9}}})) != null ? stack1 : "");
},"13":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "    - host all all "
    + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + " scram-sha-256\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg for "
    + ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":1,"column":30},"end":{"line":1,"column":34}} ), depth0)) != null ? stack1 : "")
    + ": Patroni and its PostgreSQL.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"consul"),{"name":"if","hash":{},"fn":container.program(0, data, 0, blockParams, depths),"inverse":container.program(1, data, 0, blockParams, depths),"data":data,"loc":{"start":{"line":2,"column":0},"end":{"line":6,"column":7}}})) != null ? stack1 : "")
    + "scope: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias3,lookupProperty(depth0,"scope"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":7,"column":7},"end":{"line":7,"column":21}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"namespace"),{"name":"if","hash":{},"fn":container.program(2, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":7}}})) != null ? stack1 : "")
    + "name: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias3,lookupProperty(depth0,"node"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":11,"column":6},"end":{"line":11,"column":19}}})) != null ? stack1 : "")
    + "\n\nrestapi:\n  listen: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias3,lookupProperty(depth0,"restListen"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":14,"column":10},"end":{"line":14,"column":29}}})) != null ? stack1 : "")
    + "\n  connect_address: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias3,lookupProperty(depth0,"rest"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":15,"column":19},"end":{"line":15,"column":32}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"consul"),{"name":"if","hash":{},"fn":container.program(3, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":0},"end":{"line":19,"column":7}}})) != null ? stack1 : "")
    + "\nbootstrap:\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"debian"),{"name":"if","hash":{},"fn":container.program(4, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":26,"column":7}}})) != null ? stack1 : "")
    + "  # Read once, when the cluster is created. Later: patronictl edit-config.\n  dcs:\n    # A primary that cannot reach its store gives up after loop_wait + retry_timeout at the latest, and its key expires\n    # after ttl. loop_wait + 2 * retry_timeout must not exceed ttl, or another primary starts before this one has ended.\n    ttl: "
    + ((stack1 = alias2(alias1(depth0, "ttl", {"start":{"line":31,"column":11},"end":{"line":31,"column":14}} ), depth0)) != null ? stack1 : "")
    + "\n    loop_wait: "
    + ((stack1 = alias2(alias1(depth0, "loopWait", {"start":{"line":32,"column":17},"end":{"line":32,"column":25}} ), depth0)) != null ? stack1 : "")
    + "\n    retry_timeout: "
    + ((stack1 = alias2(alias1(depth0, "retryTimeout", {"start":{"line":33,"column":21},"end":{"line":33,"column":33}} ), depth0)) != null ? stack1 : "")
    + "\n    # Without the store the primary goes on as long as all other members confirm over their REST API that they follow it:\n    # an agent, or all of Consul, may be down for any time. It gives up as soon as one member does not answer.\n    failsafe_mode: "
    + ((stack1 = alias2(alias1(depth0, "failsafe", {"start":{"line":36,"column":21},"end":{"line":36,"column":29}} ), depth0)) != null ? stack1 : "")
    + "\n    maximum_lag_on_failover: 1048576\n    postgresql:\n      # A former primary that has written more than the new one is rewound instead of copied anew.\n      use_pg_rewind: true\n      use_slots: true\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(depth0,"debian"),{"name":"unless","hash":{},"fn":container.program(5, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":46,"column":11}}})) != null ? stack1 : "")
    + "\npostgresql:\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"debian"),{"name":"if","hash":{},"fn":container.program(6, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":49,"column":0},"end":{"line":56,"column":7}}})) != null ? stack1 : "")
    + "  listen: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias3,lookupProperty(depth0,"listen"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":57,"column":10},"end":{"line":57,"column":25}}})) != null ? stack1 : "")
    + "\n  connect_address: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias3,lookupProperty(depth0,"address"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":58,"column":19},"end":{"line":58,"column":35}}})) != null ? stack1 : "")
    + "\n  data_dir: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias3,lookupProperty(depth0,"dataDir"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":59,"column":12},"end":{"line":59,"column":28}}})) != null ? stack1 : "")
    + "\n  bin_dir: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias3,lookupProperty(depth0,"binDir"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":60,"column":11},"end":{"line":60,"column":26}}})) != null ? stack1 : "")
    + "\n  authentication:\n    superuser:\n      username: postgres\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"superuser"),{"name":"if","hash":{},"fn":container.program(7, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":64,"column":0},"end":{"line":66,"column":7}}})) != null ? stack1 : "")
    + "    replication:\n      username: replicator\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"replication"),{"name":"if","hash":{},"fn":container.program(8, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":69,"column":0},"end":{"line":71,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"withRewind"),{"name":"if","hash":{},"fn":container.program(9, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":72,"column":0},"end":{"line":78,"column":7}}})) != null ? stack1 : "")
    + "  pg_hba:\n    - local all all peer\n    - host all all 127.0.0.1/32 scram-sha-256\n    # The members: to copy, to follow and to rewind.\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"members"),{"name":"each","hash":{},"fn":container.program(11, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":83,"column":0},"end":{"line":86,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"clients"),{"name":"if","hash":{},"fn":container.program(12, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":87,"column":0},"end":{"line":92,"column":7}}})) != null ? stack1 : "");
},"useData":true,"useDepths":true},
  "patroni-drop-in.conf": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n[Service]\n# All files of the directory: consul.yml is one of them.\nExecStart=\nExecStart="
    + ((stack1 = lookupProperty(helpers,"arguments").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"command"),{"name":"arguments","hash":{},"data":data,"loc":{"start":{"line":11,"column":10},"end":{"line":11,"column":31}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg. Changes the unit of Patroni's package.\n\n[Unit]\n# At shutdown Patroni stops first, and gives up its leader key through the agent, which is still there.\nAfter=consul.service\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"command"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "patroni-passwords.yml": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    rewind:\n      password: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"rewind"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":10,"column":16},"end":{"line":10,"column":31}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg for "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":1,"column":30},"end":{"line":1,"column":34}} ), depth0)) != null ? stack1 : "")
    + ": the passwords of PostgreSQL's roles.\npostgresql:\n  authentication:\n    superuser:\n      password: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"superuser"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":5,"column":16},"end":{"line":5,"column":34}}})) != null ? stack1 : "")
    + "\n    replication:\n      password: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"replication"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":7,"column":16},"end":{"line":7,"column":36}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"rewind"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":11,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "patroni-token.yml": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg for "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":1,"column":30},"end":{"line":1,"column":34}} ), depth0)) != null ? stack1 : "")
    + ": the ACL token of Patroni.\nconsul:\n  token: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"token"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":3,"column":9},"end":{"line":3,"column":23}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
  "patroni.service": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by consul-cfg. Change the manifest and render again, or add a drop-in.\n\n[Unit]\nDescription=Patroni, which runs PostgreSQL\nDocumentation=https://patroni.readthedocs.io/\n# At shutdown Patroni stops first, and gives up its leader key through the agent, which is still there.\nAfter=network-online.target consul.service\nWants=network-online.target\n\n[Service]\nType=simple\nUser="
    + ((stack1 = alias2(alias1(depth0, "user", {"start":{"line":12,"column":7},"end":{"line":12,"column":11}} ), depth0)) != null ? stack1 : "")
    + "\nGroup="
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":13,"column":8},"end":{"line":13,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\nExecStart="
    + ((stack1 = lookupProperty(helpers,"arguments").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"command"),{"name":"arguments","hash":{},"data":data,"loc":{"start":{"line":14,"column":10},"end":{"line":14,"column":31}}})) != null ? stack1 : "")
    + "\nExecReload=/bin/kill -s HUP $MAINPID\n# PostgreSQL is a child of Patroni: `patronictl pause` and a stop of Patroni must leave it running.\nKillMode=process\n# A stop waits for the last checkpoint.\nTimeoutStopSec=300\nRestart=on-failure\n\n[Install]\nWantedBy=multi-user.target\n";
},"useData":true},
  "patroni.yml": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  scheme: https\n  cacert: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"ca"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":5,"column":10},"end":{"line":5,"column":21}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"cert"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":10,"column":7}}})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  # The API requires a certificate.\n  cert: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"cert"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":8,"column":8},"end":{"line":8,"column":21}}})) != null ? stack1 : "")
    + "\n  key: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"key"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":9,"column":7},"end":{"line":9,"column":19}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "  consistency: "
    + ((stack1 = container.lambda(container.strict(depth0, "consistency", {"start":{"line":13,"column":17},"end":{"line":13,"column":28}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  token: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"token"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":16,"column":9},"end":{"line":16,"column":23}}})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"acl"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":0},"end":{"line":24,"column":7}}})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"tokenFile"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data,"loc":{"start":{"line":19,"column":0},"end":{"line":23,"column":7}}})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "  # The token is in "
    + ((stack1 = container.lambda(container.strict(depth0, "tokenFile", {"start":{"line":20,"column":22},"end":{"line":20,"column":31}} ), depth0)) != null ? stack1 : "")
    + ". What it must allow is in acl/.\n";
},"7":function(container,depth0,helpers,partials,data) {
    return "  # The token is not here: give Patroni PATRONI_CONSUL_TOKEN in its environment. What it must allow is in acl/.\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  # The names of this cluster, from the DNS of every agent:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"names"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":31,"column":0},"end":{"line":33,"column":9}}})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "  #   "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":32,"column":8},"end":{"line":32,"column":12}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "what", {"start":{"line":32,"column":18},"end":{"line":32,"column":22}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "consul:\n  host: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"host"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":2,"column":8},"end":{"line":2,"column":21}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"ca"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":11,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"consistency"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":12,"column":0},"end":{"line":14,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"token"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":25,"column":7}}})) != null ? stack1 : "")
    + "  # The session has no health checks: with any of them a cut of a few seconds gives two primaries. See RUNBOOK.md.\n  checks: []\n  register_service: "
    + ((stack1 = container.lambda(container.strict(depth0, "registerService", {"start":{"line":28,"column":22},"end":{"line":28,"column":37}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"names"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":29,"column":0},"end":{"line":34,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "runbook-acl.md": {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Do this once, when the servers have a leader. Tokens are created in "
    + ((stack1 = container.lambda(container.strict(depth0, "primary", {"start":{"line":4,"column":70},"end":{"line":4,"column":77}} ), depth0)) != null ? stack1 : "")
    + ", and this manifest has no server of it: write the\naddress of one in the first line, and a management token into the file of the second.\n\n```sh\nprimary=ADDRESS\ntoken=$(cat \"$HOME/consul-management-token.txt\")\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"initial"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":24,"column":7}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Do this once, when the servers have a leader. The first leader creates the management token from\n`acl.tokens.initial_management`:\n\n```sh\ntoken=$(sed -n '/\"tokens\"/,/}/s/^ *\"initial_management\": \"\\(.*\\)\",\\{0,1\\}$/\\1/p' "
    + ((stack1 = container.lambda(container.strict(depth0, "initial", {"start":{"line":16,"column":83},"end":{"line":16,"column":90}} ), depth0)) != null ? stack1 : "")
    + "/etc/consul.d/10-secrets.json)\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "Do this once, when the servers have a leader. The first token may do everything and is created only once, so keep it\nwhere you keep passwords:\n\n```sh\n(umask 077; ssh root@"
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":22,"column":23},"end":{"line":22,"column":27}} ), depth0)) != null ? stack1 : "")
    + " '"
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":22,"column":33},"end":{"line":22,"column":40}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":22,"column":44},"end":{"line":22,"column":50}} ), depth0)) != null ? stack1 : "")
    + " acl bootstrap' > \"$HOME/consul-bootstrap.txt\")\ntoken=$(sed -n 's/^SecretID: *//p' \"$HOME/consul-bootstrap.txt\")\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nWhat the other tokens may do is in `acl/`:\n\n```sh\nfor policy in "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"policies"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":40,"column":14},"end":{"line":40,"column":32}}})) != null ? stack1 : "")
    + "; do\n  as "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":41,"column":7},"end":{"line":41,"column":11}} ), depth0)) != null ? stack1 : "")
    + " \""
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":41,"column":17},"end":{"line":41,"column":24}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":41,"column":28},"end":{"line":41,"column":34}} ), depth0)) != null ? stack1 : "")
    + " acl policy create -name $policy -rules -\" < \"acl/$policy.hcl\"\ndone\n```\n\nExpect: each policy with its rules. For one that exists already, `acl policy update` takes the same flags.\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nThe tokens that the files of the nodes already hold are created now:\n\n```sh\nwhile read -r node option grants; do\n  secret=$(sed -n \"/\\\"tokens\\\"/,/}/s/^ *\\\"$option\\\": \\\"\\(.*\\)\\\",\\{0,1\\}\\$/\\1/p\" \"$node/etc/consul.d/10-secrets.json\")\n  as "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":54,"column":7},"end":{"line":54,"column":11}} ), depth0)) != null ? stack1 : "")
    + " \""
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":54,"column":17},"end":{"line":54,"column":24}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":54,"column":28},"end":{"line":54,"column":34}} ), depth0)) != null ? stack1 : "")
    + " acl token create -description '$option of $node' $grants -secret $secret\" < /dev/null\ndone <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"tokens"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":56,"column":0},"end":{"line":58,"column":9}}})) != null ? stack1 : "")
    + "END\n```\n\nExpect: each token once, with what it grants. A node identity lets an agent write its own node in the catalog and read\nservices, nothing else. Agents that were denied before retry within about a minute.\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":57,"column":2},"end":{"line":57,"column":6}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "option", {"start":{"line":57,"column":11},"end":{"line":57,"column":17}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "grants", {"start":{"line":57,"column":22},"end":{"line":57,"column":28}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nServers of other datacenters than "
    + ((stack1 = container.lambda(container.strict(depth0, "primary", {"start":{"line":67,"column":36},"end":{"line":67,"column":43}} ), depth0)) != null ? stack1 : "")
    + " requested a signature for the CA of their mesh when they started, were\ndenied, and do not retry by themselves. auto_encrypt and the mesh need that CA:\n\n```sh\nwhile read -r host command; do\n  ssh \"root@$host\" 'systemctl restart consul' < /dev/null\n  until as \"$host\" \"$command operator raft list-peers\" < /dev/null; do sleep 3; done\ndone <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"secondaries"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":75,"column":0},"end":{"line":77,"column":9}}})) != null ? stack1 : "")
    + "END\n```\n\nExpect: the servers of each datacenter, one of them `leader`, before the next one is restarted.\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":76,"column":2},"end":{"line":76,"column":6}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "command", {"start":{"line":76,"column":11},"end":{"line":76,"column":18}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nEach agent gets a token of its own, through its API; it keeps it in its data directory (enable_token_persistence). A node\nidentity lets it write its own node in the catalog and read services, nothing else.\n\n```sh\nwhile read -r name host datacenter env; do\n  secret=$(as "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":90,"column":16},"end":{"line":90,"column":20}} ), depth0)) != null ? stack1 : "")
    + " \""
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":90,"column":26},"end":{"line":90,"column":33}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":90,"column":37},"end":{"line":90,"column":43}} ), depth0)) != null ? stack1 : "")
    + " acl token create -description 'agent of $name' -node-identity $name:$datacenter\" < /dev/null | sed -n 's/^SecretID: *//p')\n  as \"$host\" \"$env acl set-agent-token agent $secret\" < /dev/null\ndone <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"agents"),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":93,"column":0},"end":{"line":95,"column":9}}})) != null ? stack1 : "")
    + "END\n```\n\nExpect: `ACL token \"agent\" set successfully` for each.\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":94,"column":2},"end":{"line":94,"column":6}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":94,"column":11},"end":{"line":94,"column":15}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "datacenter", {"start":{"line":94,"column":20},"end":{"line":94,"column":30}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "command", {"start":{"line":94,"column":35},"end":{"line":94,"column":42}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"patroniTokens"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.program(13, data, 0),"data":data,"loc":{"start":{"line":103,"column":0},"end":{"line":122,"column":7}}})) != null ? stack1 : "");
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "Patroni's token is in `etc/patroni/consul-token.yml`; it is created too:\n\n```sh\nfor node in "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"patroniTokens"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":107,"column":12},"end":{"line":107,"column":35}}})) != null ? stack1 : "")
    + "; do\n  secret=$(sed -n 's/^ *token: \"\\(.*\\)\"$/\\1/p' \"$node/etc/patroni/consul-token.yml\")\n  as "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":109,"column":7},"end":{"line":109,"column":11}} ), depth0)) != null ? stack1 : "")
    + " \""
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":109,"column":17},"end":{"line":109,"column":24}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":109,"column":28},"end":{"line":109,"column":34}} ), depth0)) != null ? stack1 : "")
    + " acl token create -description 'Patroni of $node' "
    + ((stack1 = alias2(alias1(depth0, "patroniPolicies", {"start":{"line":109,"column":88},"end":{"line":109,"column":103}} ), depth0)) != null ? stack1 : "")
    + " -secret $secret\" < /dev/null\ndone\n```\n\nExpect: each token, with what it grants.\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "Patroni's token:\n\n```sh\nas "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":118,"column":5},"end":{"line":118,"column":9}} ), depth0)) != null ? stack1 : "")
    + " \""
    + ((stack1 = alias2(alias1(depth0, "httpEnv", {"start":{"line":118,"column":15},"end":{"line":118,"column":22}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":118,"column":26},"end":{"line":118,"column":32}} ), depth0)) != null ? stack1 : "")
    + " acl token create -description Patroni "
    + ((stack1 = alias2(alias1(depth0, "patroniPolicies", {"start":{"line":118,"column":75},"end":{"line":118,"column":90}} ), depth0)) != null ? stack1 : "")
    + "\" < /dev/null\n```\n\nExpect: a token. Patroni needs its `SecretID` as PATRONI_CONSUL_TOKEN in its environment.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "### Access control\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"elsewhere"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":25,"column":7}}})) != null ? stack1 : "")
    + "as() { # HOST COMMAND: with that token, which does not appear in lists of processes\n  host=$1\n  shift\n  { printf '%s\\n' \"$token\"; cat; } | ssh \"root@$host\" \"read -r CONSUL_HTTP_TOKEN; export CONSUL_HTTP_TOKEN; $*\"\n}\nas "
    + ((stack1 = alias3(alias2(depth0, "host", {"start":{"line":31,"column":5},"end":{"line":31,"column":9}} ), depth0)) != null ? stack1 : "")
    + " '"
    + ((stack1 = alias3(alias2(depth0, "httpEnv", {"start":{"line":31,"column":15},"end":{"line":31,"column":22}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias3(alias2(depth0, "binary", {"start":{"line":31,"column":26},"end":{"line":31,"column":32}} ), depth0)) != null ? stack1 : "")
    + " acl token read -self' < /dev/null\n```\n\nExpect: a token with the policy `global-management`. \"No cluster leader\" or \"legacy mode\" means: wait, and run it again.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"policies"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":46,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tokens"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":47,"column":0},"end":{"line":64,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"secondaries"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":65,"column":0},"end":{"line":82,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"agents"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":83,"column":0},"end":{"line":100,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroniPolicies"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":101,"column":0},"end":{"line":123,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "runbook-tls.md": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "while read -r name flags; do\n  test -f \"$certs/$name.pem\" && continue\n  mkdir \"$certs/new\" && (cd \"$certs/new\" &&\n    \"$consul\" tls cert create -ca=../consul-agent-ca.pem -key=../consul-agent-ca-key.pem $flags &&\n    mv ./*-key.pem \"../$name-key.pem\" && mv ./*.pem \"../$name.pem\")\n  rmdir \"$certs/new\"\ndone <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"made"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":0},"end":{"line":23,"column":9}}})) != null ? stack1 : "")
    + "END\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":22,"column":2},"end":{"line":22,"column":6}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "flags", {"start":{"line":22,"column":11},"end":{"line":22,"column":16}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    return ", and two files `Saved` for each node. A server's certificate is for\n`server.DATACENTER.DOMAIN`, which verify_server_hostname requires, and for its own name and address";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "for host in "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"patroniHosts"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":36,"column":12},"end":{"line":36,"column":34}}})) != null ? stack1 : "")
    + "; do ssh \"root@$host\" 'install -d -m 0755 /etc/patroni'; done\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":42,"column":2},"end":{"line":42,"column":6}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "path", {"start":{"line":42,"column":11},"end":{"line":42,"column":15}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":42,"column":20},"end":{"line":42,"column":25}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "mode", {"start":{"line":42,"column":30},"end":{"line":42,"column":34}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "file", {"start":{"line":42,"column":39},"end":{"line":42,"column":43}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nCopy these yourself, the paths of the manifest cannot be written in a command: "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"left"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":51,"column":79},"end":{"line":51,"column":93}}})) != null ? stack1 : "")
    + ".\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "\nClients request their certificate from the servers (auto_encrypt), and start once these have a leader. They need only the CA.\n";
},"7":function(container,depth0,helpers,partials,data) {
    return "\nClients request their configuration from the servers (auto_config) with a JWT that your issuer signs; copy it to each of\nthem before step 6.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "### Certificates\n\nconsul-cfg does not create or copy certificates. These commands create a CA, and a certificate for each node that needs one,\nin a directory that must not be in a repository or a backup that others can read: the CA's key is enough to pose as a\nserver. `consul` must run on this machine; set it to another binary if the hosts have another architecture. A certificate is\nvalid for a year unless `-days` is given.\n\n```sh\nconsul=$PWD/"
    + ((stack1 = container.lambda(container.strict(depth0, "binary", {"start":{"line":9,"column":14},"end":{"line":9,"column":20}} ), depth0)) != null ? stack1 : "")
    + "\ncerts=$HOME/consul-certs\nmkdir -p -m 0700 \"$certs\"\ntest -f \"$certs/consul-agent-ca.pem\" || (cd \"$certs\" && \"$consul\" tls ca create)\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"made"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":25,"column":7}}})) != null ? stack1 : "")
    + "```\n\nExpect: `Saved consul-agent-ca.pem` the first time"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"made"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":28,"column":50},"end":{"line":29,"column":106}}})) != null ? stack1 : "")
    + ".\n\n```sh\nput() {\n  ssh \"root@$1\" \"d=\\$(dirname $2); test -d \\$d || install -d -m 0750 -o root -g $3 \\$d; umask 077; cat > $2.new && chown root:$3 $2.new && chmod $4 $2.new && mv $2.new $2\"\n}\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroniHosts"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":37,"column":7}}})) != null ? stack1 : "")
    + "while read -r host target group mode file; do\n  put \"$host\" \"$target\" \"$group\" \"$mode\" < \"$certs/$file\"\ndone <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"files"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":43,"column":9}}})) != null ? stack1 : "")
    + "END\n```\n\nExpect: no output. Keys are 0640, owned by root and the agent's group. To renew certificates later, create new\nones, copy them there, and `systemctl reload consul`.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"left"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":49,"column":0},"end":{"line":52,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"autoEncrypt"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":53,"column":0},"end":{"line":56,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"autoConfig"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":57,"column":0},"end":{"line":61,"column":7}}})) != null ? stack1 : "");
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
