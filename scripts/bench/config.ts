/** A configuration of any size: services with checks, comments, tags, heredocs, as people write them. */

export function generateConfig(bytes: number): string {
  const parts = [head];
  for (let length = head.length, i = 0; length < bytes; i++) {
    const part = service(i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

const head = `# One agent of many
datacenter = "dc1"
data_dir   = "/opt/consul"
server     = false
log_level  = "INFO"

retry_join = ["10.0.0.1", "10.0.0.2", "10.0.0.3"] // the servers

ports {
  http  = 8500
  https = -1
  grpc  = 8502
}

`;

const service = (i: number): string => `# Service ${i}, owned by team ${i % 17}
services {
  id      = "web-${i}"
  name    = "web"
  address = "10.${i % 200}.${(i * 7) % 250}.${(i * 13) % 250}"
  port    = ${8000 + (i % 1000)}
  tags    = ["v${i % 9}", "blue", "team-${i % 17}", "urlprefix-/web/${i}"]

  meta {
    version = "1.${i % 40}.${i % 7}"
    owner   = "team-${i % 17}@example.com" # paged first
    ratio   = "${(i % 100) / 100}"
  }

  weights {
    passing = ${(i % 10) + 1}
    warning = 1
  }

  // The health endpoint answers within a second
  checks = [
    {
      id       = "web-${i}-http"
      name     = "HTTP on port ${8000 + (i % 1000)}"
      http     = "http://10.${i % 200}.${(i * 7) % 250}.${(i * 13) % 250}:${8000 + (i % 1000)}/health"
      interval = "10s"
      timeout  = "1s"
    },
    {
      id       = "web-${i}-script"
      args     = ["/usr/local/bin/check-web", "--id", "${i}", "--warn", "0.8"]
      interval = "30s"
      notes    = <<EOF
Runs the check of web ${i}.
Restart the unit if it fails three times.
EOF
    },
  ]
}

`;
