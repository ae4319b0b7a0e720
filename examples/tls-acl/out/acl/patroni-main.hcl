# Written by consul-cfg. For Patroni, cluster main: its keys, and sessions on the nodes that it runs on.

key_prefix "service/main/" {
  policy = "write"
}

session "pg1" {
  policy = "write"
}

session "pg2" {
  policy = "write"
}

agent "pg1" {
  policy = "read"
}

agent "pg2" {
  policy = "read"
}
