# Written by consul-cfg. Change the manifest and render again.

node_name        = "srv2"
datacenter       = "dc1"
server           = true
bootstrap_expect = 3

autopilot {
  min_quorum = 2
}

data_dir             = "/opt/consul"
bind_addr            = "10.20.40.12"
retry_join           = ["10.20.40.11", "10.20.40.13"]
disable_update_check = true

performance {
  raft_multiplier = 1
}
