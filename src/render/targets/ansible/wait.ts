/** Until a host is back. The play asks on the host: most agents listen there only. */
export const waitTasks = `# Written by consul-cfg, for change.yaml: goes on when the agent runs and, asked through it, the cluster is healthy.
---
- name: Give the cluster the time to notice a stop
  ansible.builtin.wait_for:
    timeout: "{{ consul_cfg_pause | int }}"
  when: consul_cfg_pause | int > 0

- name: Wait for the agent
  ansible.builtin.command:
    cmd: systemctl is-active consul
  register: consul_cfg_is_active
  until: consul_cfg_is_active.stdout == 'active'
  retries: "{{ (consul_cfg_patience | default(180) | int / 3) | int }}"
  delay: 3
  changed_when: false
  failed_when: consul_cfg_is_active.stdout != 'active'

- name: Wait for a healthy cluster, {{ consul_cfg_reason }}
  ansible.builtin.command:
    cmd: "{{ consul_cfg_binary }} operator autopilot state -format=json"
  environment: "{{ consul_cfg_environment | combine({'CONSUL_HTTP_TOKEN': lookup('ansible.builtin.env', 'CONSUL_HTTP_TOKEN')}) }}"
  register: consul_cfg_state
  until: >-
    consul_cfg_state.rc == 0 and (consul_cfg_state.stdout | from_json).Healthy
    and (consul_cfg_state.stdout | from_json).FailureTolerance >= consul_cfg_spare
  retries: "{{ (consul_cfg_patience | default(180) | int / 3) | int }}"
  delay: 3
  changed_when: false
  when: not (consul_cfg_needs_token and consul_cfg_founding | default(false) | bool)
`;
