# Written by consul-cfg. Change the manifest and render again.

node_name            = "app1"
datacenter           = "dc1"
server               = false
data_dir             = "/opt/consul"
bind_addr            = "10.20.40.21"
retry_join           = ["10.20.40.11", "10.20.40.12", "10.20.40.13"]
disable_update_check = true
