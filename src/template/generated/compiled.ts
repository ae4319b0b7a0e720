// @ts-nocheck: written by `npm run generate` from src/template/sources/; change those instead.
import type { TemplateName } from '../views.ts';

export const compiled: Readonly<Record<TemplateName, unknown>> = {
  "RUNBOOK.md": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "| "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":8,"column":4},"end":{"line":8,"column":8}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "datacenter", {"start":{"line":8,"column":15},"end":{"line":8,"column":25}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "role", {"start":{"line":8,"column":32},"end":{"line":8,"column":36}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":8,"column":43},"end":{"line":8,"column":47}} ), depth0)) != null ? stack1 : "")
    + " |\n";
},"1":function(container,depth0,helpers,partials,data) {
    return ", then [Patroni](#patroni)";
},"2":function(container,depth0,helpers,partials,data) {
    return "| other machines | [Grow: more servers](#grow-more-servers), [Replace a dead server](#replace-a-dead-server), [Planned maintenance of a host](#planned-maintenance-of-a-host), [Planned maintenance of Consul](#planned-maintenance-of-consul) |\n";
},"3":function(container,depth0,helpers,partials,data) {
    return ", [Quorum lost](#quorum-lost)";
},"4":function(container,depth0,helpers,partials,data) {
    return ", [Move Patroni from another store](#move-patroni-from-another-store)";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- The binary: `"
    + ((stack1 = alias2(alias1(depth0, "file", {"start":{"line":27,"column":17},"end":{"line":27,"column":21}} ), depth0)) != null ? stack1 : "")
    + "`, of release "
    + ((stack1 = alias2(alias1(depth0, "version", {"start":{"line":27,"column":39},"end":{"line":27,"column":46}} ), depth0)) != null ? stack1 : "")
    + " for "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"nodes"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data,"loc":{"start":{"line":27,"column":53},"end":{"line":27,"column":107}}})) != null ? stack1 : "")
    + ", in this directory, from\n  https://releases.hashicorp.com/consul/ for the processor of the hosts.\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"nodes"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":27,"column":66},"end":{"line":27,"column":81}}})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "these hosts";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "  - "
    + ((stack1 = alias2(alias1(depth0, "number", {"start":{"line":32,"column":6},"end":{"line":32,"column":12}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "protocols", {"start":{"line":32,"column":17},"end":{"line":32,"column":26}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "purpose", {"start":{"line":32,"column":32},"end":{"line":32,"column":39}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"9":function(container,depth0,helpers,partials,data) {
    return "  - `etc/nftables.d/consul.nft` of each node closes the ports of its agent to all other hosts. After step 3, on each host:\n    `nft -c -f /etc/nftables.d/consul.nft && nft -f /etc/nftables.d/consul.nft`; its first lines explain how to load it at boot.\n";
},"10":function(container,depth0,helpers,partials,data) {
    return "  - `etc/firewalld` of each node opens the ports of its agent to the hosts that need them. After step 3, on each host:\n    `firewall-cmd --check-config && firewall-cmd --reload`.\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- Names: the hosts find each other by name, so every host must resolve "
    + ((stack1 = lookupProperty(helpers,"words").call(alias1,lookupProperty(depth0,"byName"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":43,"column":71},"end":{"line":43,"column":87}}})) != null ? stack1 : "")
    + ". To check it:\n\n  ```sh\n  for node in $(nodes); do on \"$node\" \"getent hosts "
    + ((stack1 = lookupProperty(helpers,"words").call(alias1,lookupProperty(depth0,"byName"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":46,"column":52},"end":{"line":46,"column":68}}})) != null ? stack1 : "")
    + "\"; done\n  ```\n\n  Expect: one line for each name, the same on all hosts, and none of them with 127.0.0.1 or 127.0.1.1.\n";
},"12":function(container,depth0,helpers,partials,data) {
    return "- Secrets: `etc/consul.d/10-secrets.json` of each node holds keys or tokens. Keep it out of version control.\n";
},"13":function(container,depth0,helpers,partials,data) {
    return "Where a package installs the binary and the unit, install it there in that release first, and do not start it yet.\n\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "`Consul v"
    + ((stack1 = container.lambda(container.strict(depth0, "version", {"start":{"line":65,"column":37},"end":{"line":65,"column":44}} ), depth0)) != null ? stack1 : "")
    + "`"
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(data,"last"),{"name":"unless","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":65,"column":47},"end":{"line":65,"column":79}}})) != null ? stack1 : "");
},"15":function(container,depth0,helpers,partials,data) {
    return " or ";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "`10-secrets.json` as\n`-rw-r----- root "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"firstGroup"), "group", {"start":{"line":83,"column":19},"end":{"line":83,"column":35}} ), depth0)) != null ? stack1 : "")
    + "`, and ";
},"17":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(container.strict(depth0, "tls", {"start":{"line":86,"column":2},"end":{"line":86,"column":5}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"18":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ", and from servers the notice that "
    + ((stack1 = container.lambda(container.strict(depth0, "expecting", {"start":{"line":95,"column":102},"end":{"line":95,"column":111}} ), depth0)) != null ? stack1 : "")
    + " servers are expected";
},"19":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " `systemctl is-active consul` prints `activating` until the\nagent has joined another, which it tries every 30 seconds, and then `active`. The servers elect a leader once all\n"
    + ((stack1 = container.lambda(container.strict(depth0, "expecting", {"start":{"line":106,"column":2},"end":{"line":106,"column":11}} ), depth0)) != null ? stack1 : "")
    + " have found each other, and not before: that is what bootstrap_expect means.";
},"20":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(container.strict(depth0, "acl", {"start":{"line":109,"column":2},"end":{"line":109,"column":5}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"21":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "```sh\ndc="
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":116,"column":5},"end":{"line":116,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"gated"),{"name":"if","hash":{},"fn":container.program(22, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":117,"column":0},"end":{"line":119,"column":7}}})) != null ? stack1 : "")
    + "cli "
    + ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":120,"column":6},"end":{"line":120,"column":10}} ), depth0)) != null ? stack1 : "")
    + " members\ncli "
    + ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":121,"column":6},"end":{"line":121,"column":10}} ), depth0)) != null ? stack1 : "")
    + " operator raft list-peers\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"minQuorum"),{"name":"if","hash":{},"fn":container.program(23, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":122,"column":0},"end":{"line":124,"column":7}}})) != null ? stack1 : "")
    + "```\n\nExpect in "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":127,"column":12},"end":{"line":127,"column":16}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"gated"),{"name":"if","hash":{},"fn":container.program(24, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":127,"column":20},"end":{"line":127,"column":135}}})) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "members", {"start":{"line":127,"column":137},"end":{"line":127,"column":144}} ), depth0)) != null ? stack1 : "")
    + " with `alive`; then "
    + ((stack1 = alias2(alias1(depth0, "servers", {"start":{"line":127,"column":168},"end":{"line":127,"column":175}} ), depth0)) != null ? stack1 : "")
    + " as voters, exactly one of them `leader`."
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"tolerates"),{"name":"if","hash":{},"fn":container.program(25, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":127,"column":218},"end":{"line":128,"column":33}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"minQuorum"),{"name":"if","hash":{},"fn":container.program(26, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":128,"column":33},"end":{"line":129,"column":118}}})) != null ? stack1 : "")
    + "\n\n";
},"22":function(container,depth0,helpers,partials,data) {
    return "gate \"$(servers | head -n 1)\"\n";
},"23":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "cli "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":123,"column":6},"end":{"line":123,"column":10}} ), depth0)) != null ? stack1 : "")
    + " operator autopilot get-config\n";
},"24":function(container,depth0,helpers,partials,data) {
    return "nothing for 15 s, and up to 3 minutes while the agents find each other; then a line `healthy`, ";
},"25":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " The datacenter survives\nthe loss of "
    + ((stack1 = container.lambda(container.strict(depth0, "tolerates", {"start":{"line":128,"column":14},"end":{"line":128,"column":23}} ), depth0)) != null ? stack1 : "")
    + ".";
},"26":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return " `MinQuorum` must be "
    + ((stack1 = alias2(alias1(depth0, "minQuorum", {"start":{"line":128,"column":73},"end":{"line":128,"column":82}} ), depth0)) != null ? stack1 : "")
    + ": the servers take it from their files for the first\nelection only. If it is another number: `cli "
    + ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":129,"column":47},"end":{"line":129,"column":51}} ), depth0)) != null ? stack1 : "")
    + " operator autopilot set-config -min-quorum="
    + ((stack1 = alias2(alias1(depth0, "minQuorum", {"start":{"line":129,"column":98},"end":{"line":129,"column":107}} ), depth0)) != null ? stack1 : "")
    + "`.";
},"27":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(lookupProperty(depth0,"ui"),"tunnel"),{"name":"if","hash":{},"fn":container.program(28, data, 0),"inverse":container.program(29, data, 0),"data":data,"loc":{"start":{"line":137,"column":0},"end":{"line":147,"column":7}}})) != null ? stack1 : "");
},"28":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "It listens only on the host itself, so reach it through ssh:\n\n```sh\nssh -N -L "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "port", {"start":{"line":141,"column":12},"end":{"line":141,"column":19}} ), depth0)) != null ? stack1 : "")
    + ":"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "address", {"start":{"line":141,"column":24},"end":{"line":141,"column":34}} ), depth0)) != null ? stack1 : "")
    + ":"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "port", {"start":{"line":141,"column":39},"end":{"line":141,"column":46}} ), depth0)) != null ? stack1 : "")
    + " \"$login@"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "host", {"start":{"line":141,"column":59},"end":{"line":141,"column":66}} ), depth0)) != null ? stack1 : "")
    + "\"\n```\n\nand then open "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"ui"), "url", {"start":{"line":144,"column":16},"end":{"line":144,"column":22}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"29":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "Open "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"ui"), "url", {"start":{"line":146,"column":7},"end":{"line":146,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"30":function(container,depth0,helpers,partials,data) {
    return "It is off; `ui_config: { enabled: true }` in the manifest turns it on.\n";
},"31":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(container.strict(depth0, "patroniPart", {"start":{"line":153,"column":2},"end":{"line":153,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"32":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(container.strict(depth0, "machines", {"start":{"line":161,"column":2},"end":{"line":161,"column":10}} ), depth0)) != null ? stack1 : "")
    + "\n";
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
    + "\n\nWritten by consul-cfg for these hosts. Run the commands in this directory, in one shell; each step lists what to expect.\n\n| node | datacenter | role | address |\n|---|---|---|---|\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"nodes"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":9,"column":9}}})) != null ? stack1 : "")
    + "\n| when | parts |\n|---|---|\n| always first | [The shell](#the-shell) |\n| a new cluster | [1. Prerequisites](#1-prerequisites) to [8. The UI](#8-the-ui)"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":80},"end":{"line":14,"column":128}}})) != null ? stack1 : "")
    + " |\n| these hosts run Consul already | [Adopt a running cluster](#adopt-a-running-cluster) |\n| day by day | [Change](#change), [Restart one by one](#restart-one-by-one), [Upgrade to a new release](#upgrade-to-a-new-release), [Rotate the gossip key](#rotate-the-gossip-key), [Back up](#back-up) |\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"machines"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":0},"end":{"line":19,"column":7}}})) != null ? stack1 : "")
    + "| trouble | [Restore a snapshot](#restore-a-snapshot)"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"machines"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":20,"column":53},"end":{"line":20,"column":105}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":20,"column":105},"end":{"line":20,"column":196}}})) != null ? stack1 : "")
    + " |\n\n"
    + ((stack1 = alias2(alias1(depth0, "shell", {"start":{"line":22,"column":2},"end":{"line":22,"column":7}} ), depth0)) != null ? stack1 : "")
    + "\n\n## 1. Prerequisites\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"binaries"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":26,"column":0},"end":{"line":29,"column":9}}})) != null ? stack1 : "")
    + "- Open ports between the hosts:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"ports"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":31,"column":0},"end":{"line":33,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"firewall"),"nftables"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":0},"end":{"line":37,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"firewall"),"firewalld"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":38,"column":0},"end":{"line":41,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"byName"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":50,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"secrets"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":51,"column":0},"end":{"line":53,"column":7}}})) != null ? stack1 : "")
    + "\n## 2. Copy the binary\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"packaged"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":57,"column":0},"end":{"line":60,"column":7}}})) != null ? stack1 : "")
    + "```sh\nfor node in $(nodes); do send_binary \"$node\"; done\n```\n\nExpect: "
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"binaries"),{"name":"each","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":65,"column":8},"end":{"line":65,"column":88}}})) != null ? stack1 : "")
    + ", once for each host.\n\n## 3. Copy the files\n\n```sh\nfor node in $(nodes); do send_files \"$node\"; done\n```\n\nExpect: no output. The agent reads every `.json` and `.hcl` in `/etc/consul.d`, and not what is in directories below it: if a\npackage or an earlier set-up left others there, move them away.\n\n## 4. Create the account and the directories\n\n```sh\nfor node in $(nodes); do prepare \"$node\"; done\n```\n\nExpect: the first time two lines that a group and a user are created; then "
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"secrets"),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":82,"column":75},"end":{"line":83,"column":51}}})) != null ? stack1 : "")
    + "the configuration that was copied.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"tls"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":84,"column":0},"end":{"line":87,"column":7}}})) != null ? stack1 : "")
    + "\n## 5. Validate\n\n```sh\nfor node in $(nodes); do validate \"$node\"; done\n```\n\nExpect: `Configuration is valid!` from each host"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"expecting"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":95,"column":48},"end":{"line":95,"column":141}}})) != null ? stack1 : "")
    + ".\nA line about permissions means that step 4 was skipped.\n\n## 6. Start\n\n```sh\nfor node in $(nodes); do launch \"$node\"; done\n```\n\nExpect: `Created symlink …/consul.service` the first time."
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"waits"),{"name":"if","hash":{},"fn":container.program(19, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":104,"column":58},"end":{"line":106,"column":96}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"acl"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":107,"column":0},"end":{"line":110,"column":7}}})) != null ? stack1 : "")
    + "\n## 7. Check\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"clusters"),{"name":"each","hash":{},"fn":container.program(21, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":114,"column":0},"end":{"line":131,"column":9}}})) != null ? stack1 : "")
    + "When `list-peers` says \"No cluster leader\", read `journalctl -u consul` on the servers: they log which servers they fail to join.\n\n## 8. The UI\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"ui"),{"name":"if","hash":{},"fn":container.program(27, data, 0),"inverse":container.program(30, data, 0),"data":data,"loc":{"start":{"line":136,"column":0},"end":{"line":150,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroniPart"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":151,"column":0},"end":{"line":154,"column":7}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "adopt", {"start":{"line":156,"column":2},"end":{"line":156,"column":7}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "changes", {"start":{"line":158,"column":2},"end":{"line":158,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"machines"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":159,"column":0},"end":{"line":162,"column":7}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "data", {"start":{"line":164,"column":2},"end":{"line":164,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"useData":true},
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
    + ((stack1 = alias1(container.strict(depths[1], "rewindUser", {"start":{"line":87,"column":17},"end":{"line":87,"column":30}} ), depth0)) != null ? stack1 : "")
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
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"clients"),{"name":"each","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":91,"column":0},"end":{"line":93,"column":9}}})) != null ? stack1 : "");
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
    + "  pg_hba:\n    - local all all peer\n    - host all all 127.0.0.1/32 scram-sha-256\n    # Patroni asks its own PostgreSQL whether a former primary must be rewound.\n    - host replication replicator 127.0.0.1/32 scram-sha-256\n    # The members: to copy, to follow and to rewind.\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"members"),{"name":"each","hash":{},"fn":container.program(11, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":85,"column":0},"end":{"line":88,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"clients"),{"name":"if","hash":{},"fn":container.program(12, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":89,"column":0},"end":{"line":94,"column":7}}})) != null ? stack1 : "");
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

  return "  service_tags:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"tags"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":31,"column":0},"end":{"line":33,"column":9}}})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    - "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":32,"column":6},"end":{"line":32,"column":19}}})) != null ? stack1 : "")
    + "\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "  service_check_interval: "
    + ((stack1 = container.lambda(container.strict(depth0, "checkInterval", {"start":{"line":36,"column":28},"end":{"line":36,"column":41}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  service_check_tls_server_name: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"tlsServerName"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":39,"column":33},"end":{"line":39,"column":55}}})) != null ? stack1 : "")
    + "\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  # The names of this cluster, from the DNS of every agent:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"names"),{"name":"each","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":45,"column":9}}})) != null ? stack1 : "");
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "  #   "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":44,"column":8},"end":{"line":44,"column":12}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "what", {"start":{"line":44,"column":18},"end":{"line":44,"column":22}} ), depth0)) != null ? stack1 : "")
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
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tags"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":29,"column":0},"end":{"line":34,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"checkInterval"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":37,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tlsServerName"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":38,"column":0},"end":{"line":40,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"names"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":46,"column":7}}})) != null ? stack1 : "");
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

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"initial"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":23,"column":7}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "Do this once, when the servers have a leader. The first leader creates the management token from\n`acl.tokens.initial_management`, which `token` holds already:\n\n```sh\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Do this once, when the servers have a leader. The first token may do everything and is created only once, so keep it\nwhere you keep passwords:\n\n```sh\n(umask 077; cli "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":21,"column":18},"end":{"line":21,"column":22}} ), depth0)) != null ? stack1 : "")
    + " acl bootstrap > \"$HOME/consul-bootstrap.txt\")\ntoken=$(sed -n 's/^SecretID: *//p' \"$HOME/consul-bootstrap.txt\")\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nWhat the other tokens may do is in `acl/`:\n\n```sh\nfor policy in "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"policies"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":34,"column":14},"end":{"line":34,"column":32}}})) != null ? stack1 : "")
    + "; do\n  feed "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":35,"column":9},"end":{"line":35,"column":13}} ), depth0)) != null ? stack1 : "")
    + " acl policy create -name \"$policy\" -rules - < \"acl/$policy.hcl\"\ndone\n```\n\nExpect: each policy with its rules. For one that exists already, `acl policy update` takes the same flags.\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nThe tokens that the files of the nodes already hold are created now:\n\n```sh\nwhile read -r name option grants; do\n  secret=$(sed -n \"/\\\"tokens\\\"/,/}/s/^ *\\\"$option\\\": \\\"\\(.*\\)\\\",\\{0,1\\}\\$/\\1/p\" \"$name/etc/consul.d/10-secrets.json\")\n  cli "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":48,"column":8},"end":{"line":48,"column":12}} ), depth0)) != null ? stack1 : "")
    + " \"acl token create -description \\\"$option of $name\\\" $grants -secret $secret\"\ndone <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"tokens"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":50,"column":0},"end":{"line":52,"column":9}}})) != null ? stack1 : "")
    + "END\n```\n\nExpect: each token once, with what it grants. A node identity lets an agent write its own node in the catalog and read\nservices, nothing else. Agents that were denied before retry within about a minute.\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":51,"column":2},"end":{"line":51,"column":6}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "option", {"start":{"line":51,"column":11},"end":{"line":51,"column":17}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "grants", {"start":{"line":51,"column":22},"end":{"line":51,"column":28}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nServers of other datacenters than "
    + ((stack1 = container.lambda(container.strict(depth0, "primary", {"start":{"line":61,"column":36},"end":{"line":61,"column":43}} ), depth0)) != null ? stack1 : "")
    + " requested a signature for the CA of their mesh when they started, were\ndenied, and do not retry by themselves. auto_encrypt and the mesh need that CA:\n\n```sh\nfor node in "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"secondaries"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":65,"column":12},"end":{"line":65,"column":33}}})) != null ? stack1 : "")
    + "; do\n  on \"$node\" \"systemctl restart --no-block consul\" && healthy \"$node\" 0 || break\ndone\n```\n\nExpect: `healthy` for each server before the next one is restarted.\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nEach agent gets a token of its own, through its API; it keeps it in its data directory (enable_token_persistence). A node\nidentity lets it write its own node in the catalog and read services, nothing else.\n\n```sh\nwhile read -r name host datacenter; do\n  secret=$(cli "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":79,"column":17},"end":{"line":79,"column":21}} ), depth0)) != null ? stack1 : "")
    + " \"acl token create -description \\\"agent of $name\\\" -node-identity $name:$datacenter\" | sed -n 's/^SecretID: *//p')\n  cli \"$name=$host\" \"acl set-agent-token agent $secret\"\ndone <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"agents"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":82,"column":0},"end":{"line":84,"column":9}}})) != null ? stack1 : "")
    + "END\n```\n\nExpect: `ACL token \"agent\" set successfully` for each.\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":83,"column":2},"end":{"line":83,"column":6}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":83,"column":11},"end":{"line":83,"column":15}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "datacenter", {"start":{"line":83,"column":20},"end":{"line":83,"column":30}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"patroniTokens"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.program(12, data, 0),"data":data,"loc":{"start":{"line":92,"column":0},"end":{"line":111,"column":7}}})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "Patroni's token is in its files; it is created too:\n\n```sh\nfor part in "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"patroniTokens"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":96,"column":12},"end":{"line":96,"column":35}}})) != null ? stack1 : "")
    + "; do\n  secret=$(sed -n 's/^ *token: \"\\(.*\\)\"$/\\1/p' \"$part\")\n  cli "
    + ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":98,"column":8},"end":{"line":98,"column":12}} ), depth0)) != null ? stack1 : "")
    + " \"acl token create -description \\\"Patroni of ${part%%/*}\\\" "
    + ((stack1 = alias2(alias1(depth0, "patroniPolicies", {"start":{"line":98,"column":75},"end":{"line":98,"column":90}} ), depth0)) != null ? stack1 : "")
    + " -secret $secret\"\ndone\n```\n\nExpect: each token, with what it grants.\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "Patroni's token:\n\n```sh\ncli "
    + ((stack1 = alias2(alias1(depth0, "node", {"start":{"line":107,"column":6},"end":{"line":107,"column":10}} ), depth0)) != null ? stack1 : "")
    + " acl token create -description Patroni "
    + ((stack1 = alias2(alias1(depth0, "patroniPolicies", {"start":{"line":107,"column":53},"end":{"line":107,"column":68}} ), depth0)) != null ? stack1 : "")
    + "\n```\n\nExpect: a token. Patroni needs its `SecretID` as PATRONI_CONSUL_TOKEN in its environment.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "### Access control\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"elsewhere"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":24,"column":7}}})) != null ? stack1 : "")
    + "cli "
    + ((stack1 = container.lambda(container.strict(depth0, "node", {"start":{"line":25,"column":6},"end":{"line":25,"column":10}} ), depth0)) != null ? stack1 : "")
    + " acl token read -self\n```\n\nExpect: a token with the policy `global-management`. \"No cluster leader\" or \"legacy mode\" means: wait, and run it again.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"policies"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":29,"column":0},"end":{"line":40,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tokens"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":58,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"secondaries"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":59,"column":0},"end":{"line":71,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"agents"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":72,"column":0},"end":{"line":89,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroniPolicies"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":90,"column":0},"end":{"line":112,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "runbook-adopt.md": {"0":function(container,depth0,helpers,partials,data) {
    return "If the gossip key in the new files is a different one, do [Rotate the gossip key](#rotate-the-gossip-key) first: agents take the key from\ntheir keyring, not from the file.\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "ctl pause --wait\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "cli \"$first\" operator autopilot set-config -min-quorum="
    + ((stack1 = container.lambda(container.strict(depth0, "minQuorum", {"start":{"line":37,"column":57},"end":{"line":37,"column":66}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "ctl resume --wait\nctl list\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " with `MinQuorum = "
    + ((stack1 = container.lambda(container.strict(depth0, "minQuorum", {"start":{"line":47,"column":130},"end":{"line":47,"column":139}} ), depth0)) != null ? stack1 : "")
    + "`";
},"5":function(container,depth0,helpers,partials,data) {
    return "Patroni is paused meanwhile, because an agent with `leave_on_terminate = true` still leaves at this last stop. If you stop here,\nrun `ctl resume --wait` anyway. What Patroni's own configuration must have is in [Patroni](#patroni): `checks: []` above all.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "## Adopt a running cluster\n\nThese hosts run Consul already, and the manifest was made from them (`consul-cfg init --from`). The steps of a new cluster would\nchange nothing there: `enable --now` does not restart an agent that runs, and the old process answers every check.\n\n```sh\nfirst=$(servers | head -n 1)\ncli \"$first\" members\ncli \"$first\" operator raft list-peers\ncli \"$first\" operator autopilot get-config\nfor node in $(nodes); do on \"$node\" \"systemctl cat consul | grep ^ExecStart=; grep -rhE data_dir /etc/consul.d | head -n 1\"; done\n```\n\nExpect: the nodes of the table above, in the unit `consul`, with the data directory that the new files have. Under another unit name,\nstop and disable that unit in `adopt` below; with another data directory, write it into the manifest.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"encrypt"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":0},"end":{"line":19,"column":7}}})) != null ? stack1 : "")
    + "\n```sh\nadopt() (\n  facts \"$1\"\n  send_binary \"$1\" &&\n    on \"$1\" \"cp -a /etc/consul.d /etc/consul.d.before-\\$(date +%s) && find /etc/consul.d -maxdepth 1 -type f \\( -name \\\"*.json\\\" -o -name \\\"*.hcl\\\" \\) -delete\" &&\n    send_files \"$1\" && prepare \"$1\" && validate \"$1\"\n)\nrestart_adopted() (\n  facts \"$1\"\n  on \"$1\" \"systemctl daemon-reload; systemctl stop consul; chown -R $account:$group $data && systemctl enable consul && systemctl start --no-block consul\"\n  gate \"$1\"\n)\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":33,"column":0},"end":{"line":35,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"minQuorum"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":36,"column":0},"end":{"line":38,"column":7}}})) != null ? stack1 : "")
    + "rolling adopt restart_adopted\ncli \"$first\" operator autopilot get-config\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":44,"column":7}}})) != null ? stack1 : "")
    + "```\n\nExpect: for each host `Configuration is valid!` and `healthy`; at the end the settings above"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"minQuorum"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":47,"column":92},"end":{"line":47,"column":149}}})) != null ? stack1 : "")
    + ".\nThe old files are in `/etc/consul.d.before-…` of each host. STOP means that the host named is not back: repair it (its old files, and\n`systemctl start consul`), and start `rolling adopt restart_adopted` again.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":50,"column":0},"end":{"line":53,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "runbook-changes.md": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nWhere the files of Patroni have changed too:\n\n```sh\nfor node in $(patroni_nodes); do bring_patroni \"$node\"; done\nctl reload \"$(scope_of)\" --force\n```\n\nExpect: `Reload request received` for each member; they read their files within "
    + ((stack1 = container.lambda(container.strict(depth0, "loopWait", {"start":{"line":23,"column":82},"end":{"line":23,"column":90}} ), depth0)) != null ? stack1 : "")
    + " s. Where `ctl list` then shows `Pending restart`, that\nsetting of PostgreSQL needs `ctl restart \"$(scope_of)\" --pending --force`."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"complete"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":74},"end":{"line":25,"column":50}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    return " What is below `bootstrap` is not read again: `ctl edit-config --force -s ttl=40`\nchanges it, and `ctl show-config` shows it.";
},"2":function(container,depth0,helpers,partials,data) {
    return " Patroni needs no pause: an agent that is back within 10 s costs\nnothing.";
},"3":function(container,depth0,helpers,partials,data) {
    return " Measured from 1.16 to 1.20 and on: no primary was\ndemoted.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "## Change\n\nIn the directory of the manifest, change it and render it into a directory for that alone, such as `consul-cfg render cluster.yaml --out next`.\nWhat the change takes, for one node, where this directory is `rendered`:\n`consul-cfg compare rendered/"
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":5,"column":31},"end":{"line":5,"column":35}} ), depth0)) != null ? stack1 : "")
    + "/etc/consul.d next/"
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":5,"column":58},"end":{"line":5,"column":62}} ), depth0)) != null ? stack1 : "")
    + "/etc/consul.d --consul "
    + ((stack1 = alias2(alias1(depth0, "release", {"start":{"line":5,"column":89},"end":{"line":5,"column":96}} ), depth0)) != null ? stack1 : "")
    + "`. Then render into this directory, and here:\n\n```sh\nfor node in $(nodes); do send_files \"$node\" && prepare \"$node\" && validate \"$node\"; done\n```\n\nThen what `compare` says: `for node in $(nodes); do on \"$node\" \"systemctl reload consul\"; done` for a reload,\n[Restart one by one](#restart-one-by-one) for a restart. What it calls `never` a running cluster keeps, whatever the file says; `compare`\nhas the command for it; `consul operator …` there is `cli "
    + ((stack1 = alias2(alias1(depth0, "example", {"start":{"line":13,"column":60},"end":{"line":13,"column":67}} ), depth0)) != null ? stack1 : "")
    + " operator …` here.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroniFiles"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":26,"column":7}}})) != null ? stack1 : "")
    + "\n## Restart one by one\n\n```sh\nrolling\n```\n\nExpect: a line `healthy` for each host, servers first, the leader last after it has handed over its leadership, about 20 s each.\nIt goes on when the cluster says so through the host that was just restarted, and stops after 3 minutes without that. `consul members` and\n`list-peers` do not show this: they list a stopped server as before."
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":36,"column":68},"end":{"line":37,"column":15}}})) != null ? stack1 : "")
    + "\n\nSTOP: do not restart another host. `on NODE \"journalctl -u consul -n 50\"` shows why that one is not back; repair it, and start `rolling` again.\n\n## Upgrade to a new release\n\nAsk `consul-cfg upgrade --from OLD --to NEW` what lies on the way, change `consul:` in the manifest, render, put the new binary here, and\n[back up](#back-up). Then, host by host, servers first, the leader last:\n\n```sh\nrolling bring\nfor node in $(nodes); do facts \"$node\"; on \"$node\" \"$binary version | head -n 1\"; done\n```\n\nExpect: for each host its new version, `Configuration is valid!` and `healthy`."
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":51,"column":79},"end":{"line":52,"column":15}}})) != null ? stack1 : "")
    + " The way back is the snapshot, not the old binary on the new data.\n";
},"useData":true},
  "runbook-data.md": {"0":function(container,depth0,helpers,partials,data) {
    return " Patroni's\nown keys need no backup, it writes them anew.";
},"1":function(container,depth0,helpers,partials,data) {
    return " A Patroni that runs meanwhile finds an old leader key: measured, a stale replica\nwas promoted and two primaries wrote for 4.5 s, for 7.6 s when Patroni was only paused, because the flag of the pause is in the store\nas well. So Patroni stops (PostgreSQL runs on), and the old leader key is deleted before it starts: 0 s.";
},"2":function(container,depth0,helpers,partials,data) {
    return "leader=$(primary)\nscope=$(scope_of)\necho \"the primary of ${scope:?not found} is on ${leader:?not found: see patronictl list}\"\n";
},"3":function(container,depth0,helpers,partials,data) {
    return ", the name of the Patroni cluster, and the host of its primary";
},"4":function(container,depth0,helpers,partials,data) {
    return "ctl pause --wait\nfor node in $(patroni_nodes); do on \"$node\" \"systemctl stop $patroni_unit\"; done\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "cli \"$first\" kv delete \""
    + ((stack1 = container.lambda(container.strict(depth0, "namespace", {"start":{"line":41,"column":26},"end":{"line":41,"column":35}} ), depth0)) != null ? stack1 : "")
    + "/$scope/leader\"\non \"$leader\" \"systemctl start $patroni_unit\"\nled\nfor node in $(patroni_nodes); do on \"$node\" \"systemctl start $patroni_unit\"; done\nsleep 20\nctl resume --wait || true\nctl list\n";
},"6":function(container,depth0,helpers,partials,data) {
    return ", `Success! Deleted key`, and the same `Leader` as before, on the same timeline; the first list may show the others as they were in the snapshot. \"Cluster is not paused\" may be the answer to the last\ncommand but one: the flag of the pause was in the store that was replaced";
},"7":function(container,depth0,helpers,partials,data) {
    return "If the unit does not have `KillMode=process`, a stop of Patroni stops PostgreSQL as well: see `systemctl show -p KillMode`.\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "\n## Rotate the gossip key\n\nAgents keep the key in a keyring in their data directory, so a new one in the files changes nothing by itself.\n\n```sh\nfirst=$(servers | head -n 1)\nnew_key=$(cli \"$first\" keygen)\ncli \"$first\" keyring \"-install=$new_key\"\ncli \"$first\" keyring \"-use=$new_key\"\nfor old in $(cli \"$first\" keyring -list | awk '$2 ~ /^[[][0-9]+\\// { print $1 }' | sort -u | grep -vFx -e \"$new_key\"); do\n  cli \"$first\" keyring \"-remove=$old\"\ndone\ncli \"$first\" keyring -list\n(umask 077 && printf '%s\\n' \"$new_key\" > \"$HOME/consul-gossip.key\")\n```\n\nExpect: at the end one key in each list, the same in all, held by all members (`["
    + ((stack1 = alias2(alias1(depth0, "count", {"start":{"line":74,"column":83},"end":{"line":74,"column":88}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "count", {"start":{"line":74,"column":93},"end":{"line":74,"column":98}} ), depth0)) != null ? stack1 : "")
    + "]` in `"
    + ((stack1 = alias2(alias1(depth0, "datacenter", {"start":{"line":74,"column":109},"end":{"line":74,"column":119}} ), depth0)) != null ? stack1 : "")
    + " (LAN)`). A member that is down does not get it and cannot join later: start it\nfirst. Then put the key from `$HOME/consul-gossip.key` where the manifest reads it from ("
    + ((stack1 = alias2(alias1(depth0, "keySource", {"start":{"line":75,"column":91},"end":{"line":75,"column":100}} ), depth0)) != null ? stack1 : "")
    + "), delete `$HOME/consul-gossip.key`, render, and copy the files as in\n[Change](#change): no restart is needed, and a host that is set up anew has it too. Nobody is without a primary meanwhile.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "## Back up\n\n```sh\nsnapshot=$HOME/consul.snap\nfirst=$(servers | head -n 1)\ncli \"$first\" snapshot save /root/consul.snap\n(umask 077 && on \"$first\" \"cat /root/consul.snap && rm /root/consul.snap\" > \"$snapshot.new\" && mv \"$snapshot.new\" \"$snapshot\")\nls -l \"$snapshot\"\n```\n\nExpect: `Saved and verified snapshot`, and a file that is not empty. It holds all keys and tokens: keep it like a password."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":123},"end":{"line":12,"column":52}}})) != null ? stack1 : "")
    + "\n\n## Restore a snapshot\n\nIt replaces everything in the store by what it was."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":51},"end":{"line":18,"column":111}}})) != null ? stack1 : "")
    + "\n\n```sh\nsnapshot=$HOME/consul.snap\nfirst=$(servers | head -n 1)\nls -l \"$snapshot\"\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":28,"column":7}}})) != null ? stack1 : "")
    + "```\n\nExpect: a file that is not empty"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":31,"column":32},"end":{"line":31,"column":116}}})) != null ? stack1 : "")
    + ". Do not go on otherwise.\n\n```sh\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":0},"end":{"line":37,"column":7}}})) != null ? stack1 : "")
    + "send \"$first\" \"umask 077; cat > /root/consul.snap\" < \"$snapshot\"\ncli \"$first\" snapshot restore /root/consul.snap\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":40,"column":0},"end":{"line":48,"column":7}}})) != null ? stack1 : "")
    + "on \"$first\" \"rm /root/consul.snap\"\n```\n\nExpect: `Restored snapshot`"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":52,"column":27},"end":{"line":53,"column":80}}})) != null ? stack1 : "")
    + ".\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":54,"column":0},"end":{"line":55,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"encrypt"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":56,"column":0},"end":{"line":77,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "runbook-machines.md": {"0":function(container,depth0,helpers,partials,data) {
    return "Each new host needs its token too: run the line of that host from [Access control](#access-control).\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "for node in $(printf '%s\\n' \"$new\"); do send_files \"$node\" && prepare \"$node\"; done\n```\n\nEach new host needs its certificates now: run [Certificates](#certificates) again, it makes only what is missing. Then:\n\n```sh\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "cli \"$first\" operator autopilot set-config -min-quorum="
    + ((stack1 = container.lambda(container.strict(depth0, "minQuorum", {"start":{"line":27,"column":57},"end":{"line":27,"column":66}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "voters", {"start":{"line":35,"column":24},"end":{"line":35,"column":30}} ), depth0)) != null ? stack1 : "")
    + " servers, all of them voters after 10 to 30 s, and ";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " `MinQuorum = "
    + ((stack1 = container.lambda(container.strict(depth0, "minQuorum", {"start":{"line":35,"column":133},"end":{"line":35,"column":142}} ), depth0)) != null ? stack1 : "")
    + "`: it is raised first, because it is not read\nfrom the files of a running cluster, and with the old number autopilot removes a server that is only restarted.";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nPatroni is to run on the new hosts too: install it there as in [Patroni](#patroni). "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"complete"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data,"loc":{"start":{"line":40,"column":84},"end":{"line":41,"column":49}}})) != null ? stack1 : "")
    + "\n\n```sh\nfor node in $(patroni_nodes); do bring_patroni \"$node\"; done\nctl reload \"$(scope_of)\" --force\nfor node in $(printf '%s\\n' \"$new\"); do on \"$node\" \"systemctl daemon-reload && systemctl enable --now $patroni_unit\"; done\nsleep 60\nctl list\n```\n\nExpect: `Reload request received` for each old member, and the new ones as `Replica`, `streaming`, when they have copied the database.\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "Then bring its files to all hosts, the old ones first, since\nthese let the new members in:";
},"7":function(container,depth0,helpers,partials,data) {
    return "Then:";
},"8":function(container,depth0,helpers,partials,data) {
    return "send_files \"$node\" && prepare \"$node\"\n```\n\nIt needs its certificates now: run [Certificates](#certificates) again. Then:\n\n```sh\n";
},"9":function(container,depth0,helpers,partials,data) {
    return " Patroni follows:\n`bring_patroni \"$node\" && on \"$node\" \"systemctl daemon-reload && systemctl enable --now $patroni_unit\"`.";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Patroni on a host that was booted waits for its agent's unit: `systemctl start --job-mode=ignore-dependencies "
    + ((stack1 = container.lambda(container.strict(depth0, "unit", {"start":{"line":108,"column":112},"end":{"line":108,"column":116}} ), depth0)) != null ? stack1 : "")
    + "`.\n";
},"11":function(container,depth0,helpers,partials,data) {
    return ", and with their\ncertificates";
},"12":function(container,depth0,helpers,partials,data) {
    return " Patroni follows on each of them:\n`bring_patroni \"$node\" && on \"$node\" \"systemctl daemon-reload && systemctl enable --now $patroni_unit\"`, with `node=` and the host before it.";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "A primary on it is moved first, so that no client waits for a timeout."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"failsafe"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":127,"column":70},"end":{"line":128,"column":157}}})) != null ? stack1 : "")
    + "\n\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1;

  return " With failsafe_mode the others keep to a primary that asked\nthem during an outage of Consul for another ttl, and follow it only afterwards (measured: 21 s without a primary), so the commands wait for "
    + ((stack1 = container.lambda(container.strict(depth0, "ttl", {"start":{"line":128,"column":142},"end":{"line":128,"column":145}} ), depth0)) != null ? stack1 : "")
    + " s.";
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "if [ \"$(primary)\" = \"$node\" ]; then\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"failsafe"),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":138,"column":0},"end":{"line":140,"column":7}}})) != null ? stack1 : "")
    + "  ctl switchover --force\nfi\nled\n";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "  sleep "
    + ((stack1 = container.lambda(container.strict(depth0, "ttl", {"start":{"line":139,"column":10},"end":{"line":139,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"17":function(container,depth0,helpers,partials,data) {
    return ", a `Leader` on another host,";
},"18":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "The host may be away as long\nas it needs. "
    + ((stack1 = container.lambda(container.strict(depth0, "tolerates", {"start":{"line":149,"column":15},"end":{"line":149,"column":24}} ), depth0)) != null ? stack1 : "")
    + " may be down at a time, and a server on this host counts: do not touch another one meanwhile.";
},"19":function(container,depth0,helpers,partials,data) {
    return "The cluster is down until the host is back.";
},"20":function(container,depth0,helpers,partials,data) {
    return "led\n";
},"21":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "All agents at once, or one for longer than 10 s"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"failsafe"),{"name":"if","hash":{},"fn":container.program(22, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":161,"column":47},"end":{"line":161,"column":159}}})) != null ? stack1 : "")
    + ":\na paused Patroni leaves every primary as it is. Measured: 0 s with all agents down for 40 s. While it is paused nothing fails over\neither.\n\n```sh\nctl pause --wait\nfor node in $(servers); do on \"$node\" \"systemctl stop consul\"; done\n```\n\nDo the maintenance. Then:\n\n```sh\nfor node in $(servers); do on \"$node\" \"systemctl start --no-block consul\"; done\ngate \"$(servers | head -n 1)\"\nled\nctl resume --wait\n```\n\nExpect: `Success: cluster management is paused`, `healthy`, the same `Leader`, and `Success: cluster management is resumed`.\n";
},"22":function(container,depth0,helpers,partials,data) {
    return " (with failsafe_mode an agent may be away for any time, but not the REST API of a member)";
},"23":function(container,depth0,helpers,partials,data) {
    return "Without a quorum nothing can be written, and DNS answers only from agents that allow stale reads.\n\n```sh\nfor node in $(servers); do on \"$node\" \"systemctl stop consul\"; done\n```\n\nDo the maintenance. Then:\n\n```sh\nfor node in $(servers); do on \"$node\" \"systemctl start --no-block consul\"; done\ngate \"$(servers | head -n 1)\"\n```\n\nExpect: `healthy`.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "## Grow: more servers\n\nThe manifest has the new servers already, and this runbook was rendered from it: paste its [shell](#the-shell), which names them, before you\ngo on. Their data directories are empty.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"acl"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":7,"column":7}}})) != null ? stack1 : "")
    + "\n```sh\nnew=$(for node in $(servers); do on \"$node\" \"systemctl is-active --quiet consul\" || echo \"$node\"; done)\nfirst=$(servers | while read -r node; do printf '%s\\n' \"$new\" | grep -Fx -e \"$node\" > /dev/null || echo \"$node\"; done | head -n 1)\necho \"new: $new; an old one: ${first:?none of the servers runs}\"\n```\n\nExpect: the new servers, and no other. An old server whose agent is down counts as new here: start it first.\n\n```sh\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tls"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":0},"end":{"line":25,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"minQuorum"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":26,"column":0},"end":{"line":28,"column":7}}})) != null ? stack1 : "")
    + "for node in $(printf '%s\\n' \"$new\"); do bring \"$node\" && launch \"$node\"; done\nfor node in $(printf '%s\\n' \"$new\"); do healthy \"$node\" \"$(tolerance)\"; done\ncli \"$first\" operator raft list-peers\ncli \"$first\" operator autopilot get-config\n```\n\nExpect: "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"voters"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":8},"end":{"line":35,"column":90}}})) != null ? stack1 : "")
    + "`healthy`."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"minQuorum"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":100},"end":{"line":36,"column":118}}})) != null ? stack1 : "")
    + " Then do\n[Change](#change) for the old servers, whose join lists have become longer; this can wait, new servers join without it.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"shared"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":38,"column":0},"end":{"line":52,"column":7}}})) != null ? stack1 : "")
    + "\n## Replace a dead server\n\nA machine with the same name and address, whose data directory is empty. Do not run `consul force-leave` or `remove-peer` before: that only\nlowers the number of servers. A disk that comes back with old data must be emptied first. Write the dead server, as in `nodes` of the shell, in the first line.\n\n```sh\nnode=\""
    + ((stack1 = alias3(alias2(depth0, "example", {"start":{"line":60,"column":8},"end":{"line":60,"column":15}} ), depth0)) != null ? stack1 : "")
    + "\"\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tls"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":61,"column":0},"end":{"line":68,"column":7}}})) != null ? stack1 : "")
    + "bring \"$node\" && launch \"$node\"\ngate \"$node\"\ncli \"$node\" operator raft list-peers\n```\n\nExpect: `healthy` after 15 to 60 s, and the server in the list, `Voter true`. The dead entry of the same name is taken over."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"shared"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":74,"column":124},"end":{"line":75,"column":111}}})) != null ? stack1 : "")
    + "\n\nWith another name or address, change the manifest, render, and run the same for the new one: autopilot removes the dead server about\n20 s after the new one votes. Then do [Change](#change) for the others.\n\n## Quorum lost\n\n"
    + ((stack1 = alias3(alias2(depth0, "lost", {"start":{"line":82,"column":2},"end":{"line":82,"column":6}} ), depth0)) != null ? stack1 : "")
    + " or more servers are gone for good. If they can come back with their disks, start them instead: nothing is lost then.\n\nWrite the servers that are left in the first line, one or several, as in `nodes` of the shell and with a space between them. On each of them\nthe agent stops, its Raft peers are replaced, and it starts again:\n\n```sh\nleft=$(printf '%s\\n' "
    + ((stack1 = alias3(alias2(depth0, "example", {"start":{"line":88,"column":23},"end":{"line":88,"column":30}} ), depth0)) != null ? stack1 : "")
    + ")\npeers=$(for node in $(printf '%s\\n' \"$left\"); do\n  facts \"$node\"\n  printf '{\"id\":\"%s\",\"address\":\"%s:"
    + ((stack1 = alias3(alias2(depth0, "port", {"start":{"line":91,"column":37},"end":{"line":91,"column":41}} ), depth0)) != null ? stack1 : "")
    + "\",\"non_voter\":false}\\n' \"$(on \"$node\" \"cat $data/node-id\")\" \"${node#*=}\"\ndone | paste -s -d , -)\necho \"$peers\"\nfor node in $(printf '%s\\n' \"$left\"); do facts \"$node\"; on \"$node\" \"systemctl stop consul; cp -a $data $data.before-\\$(date +%s)\"; done\nfor node in $(printf '%s\\n' \"$left\"); do\n  facts \"$node\"\n  printf '[%s]\\n' \"$peers\" | send \"$node\" \"install -o $account -g $group -m 0640 /dev/stdin $data/raft/peers.json\"\n  on \"$node\" \"systemctl start --no-block consul\"\ndone\nfirst=$(printf '%s\\n' \"$left\" | head -n 1)\nfor try in $(seq 12); do cli \"$first\" operator raft list-peers && break || sleep 5; done\n```\n\nExpect: an id and an address for each server that is left, then the same servers as voters within a minute, one of them `leader`, with the\ndata as it was. STOP if it was `No cluster leader` twelve times: look at `journalctl -u consul` of each. A server that\nis alone stays `activating` in systemd until another joins, and works nevertheless.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":107,"column":0},"end":{"line":109,"column":7}}})) != null ? stack1 : "")
    + "Then the other servers come back one by one, as machines with the same names and addresses and with empty data directories"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tls"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":110,"column":122},"end":{"line":111,"column":19}}})) != null ? stack1 : "")
    + ":\n\n```sh\nfor node in $(servers); do\n  if printf '%s\\n' \"$left\" | grep -Fx -e \"$node\" > /dev/null; then continue; fi\n  bring \"$node\" && launch \"$node\" && healthy \"$node\" || break\ndone\ngate \"$first\"\n```\n\nExpect: `healthy` for each; the last line says how many servers may fail again."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"shared"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":121,"column":79},"end":{"line":122,"column":148}}})) != null ? stack1 : "")
    + "\n\n## Planned maintenance of a host\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":126,"column":0},"end":{"line":130,"column":7}}})) != null ? stack1 : "")
    + "Write the host, as in `nodes` of the shell, in the first line:\n\n```sh\nnode=\""
    + ((stack1 = alias3(alias2(depth0, "example", {"start":{"line":134,"column":8},"end":{"line":134,"column":15}} ), depth0)) != null ? stack1 : "")
    + "\"\ngate \"$node\"\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":136,"column":0},"end":{"line":144,"column":7}}})) != null ? stack1 : "")
    + "on \"$node\" \"systemctl reboot\" || true\n```\n\nExpect: `healthy`"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":148,"column":17},"end":{"line":148,"column":68}}})) != null ? stack1 : "")
    + " and the connection closed. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tolerates"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.program(19, data, 0),"data":data,"loc":{"start":{"line":148,"column":96},"end":{"line":149,"column":177}}})) != null ? stack1 : "")
    + " When it is back:\n\n```sh\nsettle=30 patience=900 gate \"$node\"\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":153,"column":0},"end":{"line":155,"column":7}}})) != null ? stack1 : "")
    + "```\n\n## Planned maintenance of Consul\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(21, data, 0),"inverse":container.program(23, data, 0),"data":data,"loc":{"start":{"line":160,"column":0},"end":{"line":195,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "runbook-patroni.md": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"debian"),{"name":"unless","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":9,"column":0},"end":{"line":12,"column":11}}})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "No other PostgreSQL may run there, since Patroni creates and starts it itself: `systemctl disable --now postgresql`, and where Debian's package\nhas created a cluster, `pg_dropcluster --stop VERSION main`, which deletes it.\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nNo file for "
    + ((stack1 = lookupProperty(helpers,"words").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"without"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":17,"column":12},"end":{"line":17,"column":29}}})) != null ? stack1 : "")
    + ": Patroni supports neither unix sockets nor an address that only the host knows. Let the agent\nlisten on 127.0.0.1 too.\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "`"
    + ((stack1 = container.lambda(container.strict(depth0, "config", {"start":{"line":28,"column":3},"end":{"line":28,"column":9}} ), depth0)) != null ? stack1 : "")
    + "` is now a complete configuration.\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"debian"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data,"loc":{"start":{"line":30,"column":0},"end":{"line":37,"column":7}}})) != null ? stack1 : "")
    + "It must have, in `bootstrap.dcs` (read once, when the cluster is created): `ttl: "
    + ((stack1 = alias3(alias2(depth0, "ttl", {"start":{"line":38,"column":83},"end":{"line":38,"column":86}} ), depth0)) != null ? stack1 : "")
    + "`, `loop_wait: "
    + ((stack1 = alias3(alias2(depth0, "loopWait", {"start":{"line":38,"column":105},"end":{"line":38,"column":113}} ), depth0)) != null ? stack1 : "")
    + "`, `retry_timeout: "
    + ((stack1 = alias3(alias2(depth0, "retryTimeout", {"start":{"line":38,"column":136},"end":{"line":38,"column":148}} ), depth0)) != null ? stack1 : "")
    + "`,\nso that loop_wait + 2 * retry_timeout fits into ttl"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"failsafe"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":39,"column":51},"end":{"line":39,"column":101}}})) != null ? stack1 : "")
    + ". `patroni.postgresql` in the manifest renders all of it.\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "`/etc/patroni/dcs.yml` has the store. Create the configuration of the cluster on each host with\n`pg_createconfig_patroni VERSION CLUSTER`, and see that it has the section `consul` in it. Of a cluster that has a\nconfiguration already, copy the section there by hand: the unit starts one file, and nothing else is read.\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "`/etc/patroni/consul.yml` has the store; the rest of the configuration belongs next to it, and Patroni must be started with the\ndirectory: `systemctl cat patroni` must show `ExecStart=… /etc/patroni`, not a single file.\n";
},"7":function(container,depth0,helpers,partials,data) {
    return ", and `failsafe_mode: true`";
},"8":function(container,depth0,helpers,partials,data) {
    return "\"waiting on consul\" in the journal with `403` means that the token is not there or not yet created.\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nPatroni registers its members (register_service). The DNS of every agent answers:\n\n| name | whom it finds |\n|---|---|\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"names"),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":62,"column":0},"end":{"line":64,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"denied"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":66,"column":0},"end":{"line":70,"column":7}}})) != null ? stack1 : "")
    + "How hosts resolve them: docs/cookbook/dns.md of consul-cfg.\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "| `"
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":63,"column":5},"end":{"line":63,"column":9}} ), depth0)) != null ? stack1 : "")
    + "` | "
    + ((stack1 = alias2(alias1(depth0, "what", {"start":{"line":63,"column":17},"end":{"line":63,"column":21}} ), depth0)) != null ? stack1 : "")
    + " |\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "ACLs deny what no token allows, DNS too: no agent here has a token for it, so these names do not exist for anyone. Write\n`acl.tokens."
    + ((stack1 = container.lambda(container.strict(depth0, "dnsToken", {"start":{"line":68,"column":14},"end":{"line":68,"column":22}} ), depth0)) != null ? stack1 : "")
    + "` into the manifest.\n\n";
},"12":function(container,depth0,helpers,partials,data) {
    return "- Patroni's author advises running Consul's servers on separate hosts, with a client next to each Patroni: then load and\n  maintenance of the database hosts do not touch the quorum.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "## Patroni\n\nDo this when the cluster of Consul is healthy (step 7). Where Patroni already runs on another store, use\n[Move Patroni from another store](#move-patroni-from-another-store) instead: Patroni takes the first store that it finds in\nits configuration, and `consul` comes before all others.\n\nPatroni must be installed on "
    + ((stack1 = lookupProperty(helpers,"words").call(alias1,lookupProperty(depth0,"nodes"),{"name":"words","hash":{},"data":data,"loc":{"start":{"line":7,"column":29},"end":{"line":7,"column":44}}})) != null ? stack1 : "")
    + ", with PostgreSQL, and not be started yet: "
    + ((stack1 = container.lambda(container.strict(depth0, "install", {"start":{"line":7,"column":89},"end":{"line":7,"column":96}} ), depth0)) != null ? stack1 : "")
    + ".\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"complete"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":13,"column":7}}})) != null ? stack1 : "")
    + "The members reach each other on 8008/tcp, Patroni's REST API, and on the port of PostgreSQL, 5432/tcp unless it is written otherwise.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"without"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":19,"column":7}}})) != null ? stack1 : "")
    + "\n```sh\nfor node in $(patroni_nodes); do bring_patroni \"$node\"; done\n```\n\nExpect: no output. STOP means that a host has another store; nothing was copied there.\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"complete"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":40,"column":7}}})) != null ? stack1 : "")
    + "\n```sh\nfirst=$(patroni_nodes | head -n 1)\non \"$first\" \"systemctl daemon-reload && systemctl enable --now $patroni_unit\"\nled\nfor node in $(patroni_nodes); do on \"$node\" \"systemctl daemon-reload && systemctl enable --now $patroni_unit\"; done\nsleep 20\nctl list\n```\n\nExpect: one `Leader` that is `running`, after some seconds; then the others as `Replica`, `streaming`. `patroni --validate-config`\nsays \"consul.checks [] is an empty list\": this is intended.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"acl"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":53,"column":0},"end":{"line":55,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"names"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":56,"column":0},"end":{"line":72,"column":7}}})) != null ? stack1 : "")
    + "\n### What to expect of it\n\nMeasured with real agents, Patroni 4.1 and PostgreSQL 15, ttl 30, loop_wait 10, retry_timeout 10:\n\n| what happens | without a writable primary |\n|---|---|\n| the agent next to the primary is restarted, back within 10 s | 0 s |\n| it stays away, without failsafe_mode | the primary is demoted after 10 to 20 s, another follows about 10 s later |\n| it stays away, with failsafe_mode, all members reachable | 0 s |\n| Consul's leader stops, on another host | 0 s: there is a new one after 2 to 3 s |\n| the host of the primary is shut down | 1 to 2 s, since Patroni stops before its agent; 5 s where Consul's leader is on it too |\n| the same within ttl after an outage of Consul in which failsafe_mode kept the primary | 21 s: the others keep to it until ttl runs out |\n| the host of the primary is cut off | until ttl runs out: about 30 s, and never two primaries that others reach; what the old one commits meanwhile is lost |\n\n- These files set `leave_on_terminate` to false, `autopilot.min_quorum` to the number of servers and `performance.raft_multiplier` to 1: without\n  the first the leader key is gone 0.6 s after a stop, without the second two primaries wrote for 6 to 10 s when the network of\n  one was cut, without the third a stop of Consul's leader demoted a primary on another host in 3 of 7 runs.\n- What decides about a primary whose agent is away is not the key, which lives on until ttl: the primary gives up after\n  loop_wait + retry_timeout at the latest.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"shared"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":93,"column":0},"end":{"line":96,"column":7}}})) != null ? stack1 : "")
    + "\n## Move Patroni from another store\n\nFor a Patroni that runs on etcd, ZooKeeper or another store. Consul runs and is healthy (step 7). No primary changes and writes\ngo on: measured, 0 s. What must not happen is that one member starts on the empty store while the others are still on the old\none: it promotes itself, and two primaries stay.\n\n```sh\nleader=$(primary)\necho \"the primary is on ${leader:?not found: see patronictl list}\"\nfor node in $(patroni_nodes); do on \"$node\" \"systemctl show -p KillMode $patroni_unit\"; done\n```\n\nExpect: the primary's host, and `KillMode=process` everywhere. Without it a stop of Patroni stops PostgreSQL as well: add it in a\ndrop-in first.\n\n```sh\nctl pause --wait\nfor node in $(patroni_nodes); do on \"$node\" \"systemctl stop $patroni_unit\"; done\nfor node in $(patroni_nodes); do\n  on \"$node\" \"for f in \\$(ls $patroni_files 2> /dev/null); do sed -i.before-consul -E \\\"s/$store_sections/before-consul-\\1:/\\\" \\$f; done\"\n  bring_patroni \"$node\" || break\ndone\n```\n\nExpect: `Success: cluster management is paused`, then no output. PostgreSQL runs on. The section of the old store is renamed, not\nremoved, and each file that changed has a copy `.before-consul`. A store in the environment of the unit (PATRONI_ETCD3_HOSTS and the\nlike) must be removed by hand.\n\n```sh\non \"$leader\" \"systemctl daemon-reload && systemctl start $patroni_unit\"\nled\nfor node in $(patroni_nodes); do on \"$node\" \"systemctl daemon-reload && systemctl start $patroni_unit\"; done\nsleep 20\nctl list\nctl resume --wait || true\n```\n\nExpect: the same `Leader` as before, on the same timeline, the others `streaming`. If the first member does not become the leader,\nstop Patroni again (PostgreSQL runs on), rename the sections back from the copies, and start Patroni with the old store.\n";
},"useData":true},
  "runbook-shell.md": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":14,"column":2},"end":{"line":14,"column":6}} ), depth0)) != null ? stack1 : "")
    + "="
    + ((stack1 = alias2(alias1(depth0, "host", {"start":{"line":14,"column":11},"end":{"line":14,"column":15}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  "
    + ((stack1 = container.lambda(container.strict(depth0, "name", {"start":{"line":21,"column":4},"end":{"line":21,"column":8}} ), depth0)) != null ? stack1 : "")
    + ") "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"servers"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":21,"column":12},"end":{"line":21,"column":67}}})) != null ? stack1 : "")
    + " ;;\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "printf '%s\\n'"
    + ((stack1 = container.lambda(container.strict(depth0, "servers", {"start":{"line":21,"column":42},"end":{"line":21,"column":49}} ), depth0)) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return ":";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  "
    + ((stack1 = container.lambda(container.strict(depth0, "name", {"start":{"line":28,"column":4},"end":{"line":28,"column":8}} ), depth0)) != null ? stack1 : "")
    + ") "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"clients"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":28,"column":12},"end":{"line":28,"column":67}}})) != null ? stack1 : "")
    + " ;;\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "printf '%s\\n'"
    + ((stack1 = container.lambda(container.strict(depth0, "clients", {"start":{"line":28,"column":42},"end":{"line":28,"column":49}} ), depth0)) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "  "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":35,"column":4},"end":{"line":35,"column":8}} ), depth0)) != null ? stack1 : "")
    + ") echo "
    + ((stack1 = alias2(alias1(depth0, "tolerates", {"start":{"line":35,"column":19},"end":{"line":35,"column":28}} ), depth0)) != null ? stack1 : "")
    + " ;;\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "  "
    + ((stack1 = alias2(alias1(depth0, "hosts", {"start":{"line":42,"column":4},"end":{"line":42,"column":9}} ), depth0)) != null ? stack1 : "")
    + ") file="
    + ((stack1 = alias2(alias1(depth0, "file", {"start":{"line":42,"column":20},"end":{"line":42,"column":24}} ), depth0)) != null ? stack1 : "")
    + " binary="
    + ((stack1 = alias2(alias1(depth0, "binary", {"start":{"line":42,"column":36},"end":{"line":42,"column":42}} ), depth0)) != null ? stack1 : "")
    + " api='"
    + ((stack1 = alias2(alias1(depth0, "api", {"start":{"line":42,"column":52},"end":{"line":42,"column":55}} ), depth0)) != null ? stack1 : "")
    + "' account="
    + ((stack1 = alias2(alias1(depth0, "user", {"start":{"line":42,"column":69},"end":{"line":42,"column":73}} ), depth0)) != null ? stack1 : "")
    + " group="
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":42,"column":84},"end":{"line":42,"column":89}} ), depth0)) != null ? stack1 : "")
    + " data="
    + ((stack1 = alias2(alias1(depth0, "data", {"start":{"line":42,"column":99},"end":{"line":42,"column":103}} ), depth0)) != null ? stack1 : "")
    + " packaged="
    + ((stack1 = alias2(alias1(depth0, "packaged", {"start":{"line":42,"column":117},"end":{"line":42,"column":125}} ), depth0)) != null ? stack1 : "")
    + " ;;\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "patroni_nodes() {\n  case $dc in\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"datacenters"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":125,"column":0},"end":{"line":127,"column":9}}})) != null ? stack1 : "")
    + "  esac\n}\npatroni_config="
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"patroni"), "config", {"start":{"line":130,"column":17},"end":{"line":130,"column":31}} ), depth0)) != null ? stack1 : "")
    + "\npatroni_unit="
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"patroni"), "unit", {"start":{"line":131,"column":15},"end":{"line":131,"column":27}} ), depth0)) != null ? stack1 : "")
    + "\npatroni_files='"
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"patroni"), "files", {"start":{"line":132,"column":17},"end":{"line":132,"column":30}} ), depth0)) != null ? stack1 : "")
    + "'\npatroni_environment='/etc/default/patroni /etc/sysconfig/patroni /etc/patroni_env.conf /etc/patroni/env.conf'\nctl() (\n  for node in $(patroni_nodes); do\n    on \"$node\" true 2> /dev/null || continue\n    on \"$node\" \""
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"patroni"), "ctl", {"start":{"line":137,"column":18},"end":{"line":137,"column":29}} ), depth0)) != null ? stack1 : "")
    + " -c $patroni_config $*\"\n    exit\n  done\n  echo \"STOP: no host of Patroni answers\" >&2\n  exit 1\n)\nscope_of() { ctl list -f tsv | awk -F '\\t' '$4 == \"Leader\" { print $1 }' | head -n 1; }\nprimary() {\n  ctl list -f tsv | awk -F '\\t' '$4 == \"Leader\" { sub(/:[0-9]*$/, \"\", $3); print $2; print $3 }' |\n    while read -r one; do patroni_nodes | awk -F = -v one=\"$one\" '$1 == one || $2 == one'; done | head -n 1\n}\nled() (\n  end=$(($(date +%s) + ${patience:-180}))\n  until ctl list -f tsv 2> /dev/null | awk -F '\\t' '$4 == \"Leader\" && $5 == \"running\"' | grep . > /dev/null; do\n    if [ \"$(date +%s)\" -ge \"$end\" ]; then\n      echo \"STOP: Patroni has no running leader; read journalctl -u $patroni_unit on its hosts\" >&2\n      exit 1\n    fi\n    sleep 2\n  done\n  ctl list\n)\nstore_sections='^(etcd3?|zookeeper|exhibitor|raft|kubernetes):'\nsend_patroni() (\n  cd \"${1%%=*}\" || exit 1\n  find etc -type f \\( -path \"etc/patroni/*\" -o -path \"etc/systemd/system/patroni*\" \\) | tar -cf - -T - | send \"$1\" \"tar -C / -xf - --no-same-owner\"\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"patroni"),"secrets"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":163,"column":0},"end":{"line":165,"column":7}}})) != null ? stack1 : "")
    + ")\nother_store() {\n  on \"$1\" \"unit=\\$(systemctl cat $patroni_unit 2> /dev/null); echo \\\"\\$unit\\\"\nfor f in $patroni_files $patroni_environment \\$(echo \\\"\\$unit\\\" | sed -n \\\"s/^ExecStart=.* //p\\\"); do cat \\$f \\$f/*.yml; done 2> /dev/null; true\" |\n    grep -E \"$store_sections|PATRONI_(ETCD3?|ZOOKEEPER|EXHIBITOR|RAFT|KUBERNETES)_\"\n}\nbring_patroni() (\n  if other_store \"$1\"; then\n    echo \"STOP: Patroni on ${1%%=*} has another store: see Move Patroni from another store\" >&2\n    exit 1\n  fi\n  send_patroni \"$1\"\n)\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  "
    + ((stack1 = container.lambda(container.strict(depth0, "name", {"start":{"line":126,"column":4},"end":{"line":126,"column":8}} ), depth0)) != null ? stack1 : "")
    + ") "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":126,"column":12},"end":{"line":126,"column":67}}})) != null ? stack1 : "")
    + " ;;\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "printf '%s\\n'"
    + ((stack1 = container.lambda(container.strict(depth0, "patroni", {"start":{"line":126,"column":42},"end":{"line":126,"column":49}} ), depth0)) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  on \"$1\" \"for f in "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"patroni"), "secrets", {"start":{"line":164,"column":22},"end":{"line":164,"column":37}} ), depth0)) != null ? stack1 : "")
    + "; do if [ -e \\$f ]; then chgrp "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"patroni"), "group", {"start":{"line":164,"column":72},"end":{"line":164,"column":85}} ), depth0)) != null ? stack1 : "")
    + " \\$f && chmod 0640 \\$f; fi; done\"\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "## The shell\n\nPaste this first, in this directory, whatever you are about to do: every part below uses these names. It runs nothing on the\nhosts. It works in bash and zsh. Without root over ssh, set `login` to a user with passwordless sudo and `sudo='sudo -n'` before.\n\n```sh\nlogin=${login:-root}\nsudo=${sudo:-}\ndc=${dc:-\""
    + ((stack1 = alias2(alias1(depth0, "firstDatacenter", {"start":{"line":9,"column":12},"end":{"line":9,"column":27}} ), depth0)) != null ? stack1 : "")
    + "\"}\n"
    + ((stack1 = alias2(alias1(depth0, "tokenLine", {"start":{"line":10,"column":2},"end":{"line":10,"column":11}} ), depth0)) != null ? stack1 : "")
    + "\nnodes() {\n  cat <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"nodes"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":15,"column":9}}})) != null ? stack1 : "")
    + "END\n}\nservers() {\n  case $dc in\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"datacenters"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":20,"column":0},"end":{"line":22,"column":9}}})) != null ? stack1 : "")
    + "  esac\n}\nclients() {\n  case $dc in\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"datacenters"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":29,"column":9}}})) != null ? stack1 : "")
    + "  esac\n}\ntolerance() {\n  case $dc in\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"datacenters"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":0},"end":{"line":36,"column":9}}})) != null ? stack1 : "")
    + "  esac\n}\nfacts() {\n  case ${1#*=} in\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"facts"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":43,"column":9}}})) != null ? stack1 : "")
    + "  esac\n}\nsend() (\n  host=${1#*=}\n  shift\n  ssh -o ConnectTimeout=10 \"$login@$host\" \"$sudo sh -c '$*'\"\n)\non() { send \"$@\" < /dev/null; }\nfeed() (\n  facts \"$1\"\n  node=$1\n  shift\n  { printf '%s\\n' \"$token\"; cat; } | send \"$node\" \"read -r CONSUL_HTTP_TOKEN; export CONSUL_HTTP_TOKEN; $api$binary $*\"\n)\ncli() { feed \"$@\" < /dev/null; }\nsend_binary() (\n  facts \"$1\"\n  if [ \"$packaged\" = yes ]; then\n    on \"$1\" \"$binary version && systemctl cat consul > /dev/null\"\n  else\n    send \"$1\" \"cat > $binary.new && chmod 0755 $binary.new && mv $binary.new $binary && $binary version\" < \"$file\"\n  fi\n)\nsend_files() (\n  cd \"${1%%=*}\" || exit 1\n  find etc -type f -not -path \"etc/patroni/*\" -not -path \"etc/systemd/system/patroni*\" | tar -cf - -T - | send \"$1\" \"tar -C / -xf - --no-same-owner\"\n)\nprepare() { on \"$1\" \"systemd-sysusers consul.conf && systemd-tmpfiles --create consul.conf && ls -l /etc/consul.d\"; }\nvalidate() (\n  facts \"$1\"\n  on \"$1\" \"runuser -u $account -- $binary validate /etc/consul.d\"\n)\nbring() { send_binary \"$1\" && send_files \"$1\" && prepare \"$1\" && validate \"$1\"; }\nlaunch() { on \"$1\" \"systemctl daemon-reload && systemctl enable consul && systemctl start --no-block consul\"; }\nhealthy() (\n  sleep \"${settle:-15}\"\n  end=$(($(date +%s) + ${patience:-180}))\n  while :; do\n    state=$(cli \"$1\" operator autopilot state 2>&1) || state=\"no answer from ${1%%=*}: $state\"\n    spare=$(printf '%s\\n' \"$state\" | sed -n 's/^Failure Tolerance: *//p')\n    if printf '%s\\n' \"$state\" | grep '^Healthy: *true' > /dev/null && [ \"${spare:-0}\" -ge \"${2:-0}\" ]; then\n      echo \"${1%%=*}: healthy, $spare more may fail\"\n      exit 0\n    fi\n    if [ \"$(date +%s)\" -ge \"$end\" ]; then\n      printf '%s\\n' \"$state\" \"STOP after ${1%%=*}: the cluster is not healthy. Touch no other host; read journalctl -u consul there.\" >&2\n      exit 1\n    fi\n    sleep 3\n  done\n)\ngate() { healthy \"$1\" \"$([ \"$(tolerance)\" -gt 0 ] && echo 1 || echo 0)\"; }\nleads() { cli \"$1\" info | grep '^[[:space:]]*leader = true' > /dev/null; }\nleader_last() (\n  last=\n  for node in $(servers); do\n    if leads \"$node\"; then last=$node; else echo \"$node\"; fi\n  done\n  [ -z \"$last\" ] || echo \"$last\"\n)\nrestart() {\n  on \"$1\" \"systemctl daemon-reload && systemctl restart --no-block consul\" && gate \"$1\"\n}\nrolling() (\n  settle=0 gate \"$({ servers; clients; } | head -n 1)\" || exit 1\n  for node in $(leader_last) $(clients); do\n    \"${1:-true}\" \"$node\" || exit 1\n    if servers | grep -Fx -e \"$node\" > /dev/null; then\n      if leads \"$node\"; then\n        cli \"$node\" operator raft transfer-leader || true\n        sleep 5\n      fi\n    else\n      settle=2\n    fi\n    \"${2:-restart}\" \"$node\" || exit 1\n  done\n)\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"patroni"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":122,"column":0},"end":{"line":179,"column":7}}})) != null ? stack1 : "")
    + "```\n";
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
    + "; do on \"$host\" \"install -d -m 0755 /etc/patroni\" || echo \"not reached: $host\"; done\n";
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
    + ".\n\n```sh\nput() {\n  send \"$1\" \"d=\\$(dirname $2); test -d \\$d || install -d -m 0750 -o root -g $3 \\$d; umask 077; cat > $2.new && chown root:$3 $2.new && chmod $4 $2.new && mv $2.new $2\"\n}\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"patroniHosts"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":37,"column":7}}})) != null ? stack1 : "")
    + "while read -r host target group mode file; do\n  put \"$host\" \"$target\" \"$group\" \"$mode\" < \"$certs/$file\" || echo \"not there: $target of $host\"\ndone <<'END'\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"files"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":43,"column":9}}})) != null ? stack1 : "")
    + "END\n```\n\nExpect: no output, but for hosts that are down. Keys are 0640, owned by root and the agent's group. To renew certificates later, create new\nones, copy them there, and `systemctl reload consul`.\n"
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
