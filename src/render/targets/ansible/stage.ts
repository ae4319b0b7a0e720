/** What is done on every host before the first one is changed: the agent reads none of it. */
export const stageTasks = `# Written by consul-cfg, for roll-out.yaml: nothing here is read by the running agent.
---
- name: Ask for the token that the roll-out needs
  ansible.builtin.assert:
    that: not consul_cfg_needs_token or lookup('ansible.builtin.env', 'CONSUL_HTTP_TOKEN') | length > 0 or consul_cfg_founding | default(false) | bool
    fail_msg: >-
      The cluster has ACLs: set CONSUL_HTTP_TOKEN to a token with operator:read and agent:read, and operator:write to hand over the leadership.
      For a cluster that has no tokens yet, add -e consul_cfg_founding=true.
    quiet: true

- name: Ask the binary of the host for its release
  ansible.builtin.command:
    cmd: "{{ consul_cfg_binary }} version"
  register: consul_cfg_version
  changed_when: false

- name: Compare it with the release of the files
  ansible.builtin.assert:
    that: (consul_cfg_version.stdout_lines[0] ~ '.') is search('^Consul v' ~ consul_cfg_release | regex_escape ~ '[.+-]')
    fail_msg: "{{ consul_cfg_binary }} is {{ consul_cfg_version.stdout_lines[0] }}, and the files are for {{ consul_cfg_release }}"
    quiet: true

- name: Make the directories of systemd that are not there
  ansible.builtin.command:
    cmd: install -d -m 0755 {{ item }}
    creates: "{{ item }}"
  loop: "{{ consul_cfg_account_files | map(attribute='path') | map('dirname') | unique }}"

- name: Describe the account and the directories
  ansible.builtin.copy:
    src: "{{ playbook_dir }}/../{{ inventory_hostname }}{{ item.path }}"
    dest: "{{ item.path }}"
    owner: "{{ item.owner }}"
    group: "{{ item.group }}"
    mode: "{{ item.mode }}"
  loop: "{{ consul_cfg_account_files }}"
  loop_control:
    label: "{{ item.path }}"

- name: Make the account
  ansible.builtin.command:
    cmd: systemd-sysusers consul.conf
  changed_when: false

- name: Make the directories
  ansible.builtin.command:
    cmd: systemd-tmpfiles --create consul.conf
  changed_when: false

- name: Empty the place for the new configuration
  ansible.builtin.file:
    path: /run/consul-cfg
    state: absent
  changed_when: false

- name: Make the place for the new configuration
  ansible.builtin.file:
    path: "{{ item }}"
    state: directory
    owner: root
    group: "{{ consul_cfg_group }}"
    mode: "0750"
  loop: [/run/consul-cfg, /run/consul-cfg/consul.d]
  changed_when: false

- name: Start from the files that are there, with those of others
  ansible.builtin.command:
    cmd: cp -a /etc/consul.d/. /run/consul-cfg/consul.d/
  changed_when: false

- name: Leave out what is not rendered any more
  ansible.builtin.file:
    path: /run/consul-cfg/consul.d/{{ item | basename }}
    state: absent
  loop: "{{ consul_cfg_not_rendered }}"
  changed_when: false

- name: Lay the new configuration over it
  ansible.builtin.copy:
    src: "{{ playbook_dir }}/../{{ inventory_hostname }}{{ item.path }}"
    dest: /run/consul-cfg/consul.d/{{ item.path | basename }}
    owner: "{{ item.owner }}"
    group: "{{ item.group }}"
    mode: "{{ item.mode }}"
  loop: "{{ consul_cfg_files }}"
  loop_control:
    label: "{{ item.path }}"
  diff: false
  changed_when: false

- name: Validate it with the binary of the host
  ansible.builtin.command:
    cmd: runuser -u {{ consul_cfg_user }} -- {{ consul_cfg_binary }} validate /run/consul-cfg/consul.d
  changed_when: false

- name: Look at the agent
  ansible.builtin.command:
    cmd: systemctl is-active consul
  register: consul_cfg_active
  changed_when: false
  failed_when: false

- name: Look for what an earlier run left to do
  ansible.builtin.command:
    cmd: cat /var/lib/consul-cfg/left
  register: consul_cfg_left
  changed_when: false
  failed_when: false

- name: Ask what the change takes
  when: consul_cfg_asks is not defined
  ansible.builtin.include_tasks: compare.yaml

- name: Ask the agent whether it leads
  ansible.builtin.command:
    cmd: "{{ consul_cfg_binary }} info"
  environment: "{{ consul_cfg_environment | combine({'CONSUL_HTTP_TOKEN': lookup('ansible.builtin.env', 'CONSUL_HTTP_TOKEN')}) }}"
  register: consul_cfg_info
  when: consul_cfg_role == 'server' and consul_cfg_active.stdout == 'active'
  changed_when: false
  failed_when: false

- name: Choose what is done
  ansible.builtin.set_fact:
    consul_cfg_need: >-
      {{ 'start' if consul_cfg_active.stdout != 'active'
      else 'restart' if 'restart' in consul_cfg_all or 'rolling' in consul_cfg_all
      else 'reload' if 'reload' in consul_cfg_all
      else 'nothing' }}
    consul_cfg_leads: "{{ consul_cfg_info.stdout | default('') is search('leader = true') }}"
  vars:
    consul_cfg_all: "{{ (consul_cfg_efforts | default([consul_cfg_asks | default('restart')])) + consul_cfg_left.stdout_lines }}"

- name: Choose when it is done
  ansible.builtin.set_fact:
    consul_cfg_step: >-
      {{ 'quiet' if consul_cfg_need == 'nothing'
      else 'client' if consul_cfg_role == 'client'
      else 'founding' if consul_cfg_need == 'start' and consul_cfg_running | length == 0
      else 'stopped' if consul_cfg_need == 'start'
      else 'leader' if consul_cfg_leads
      else 'follower' }}
  vars:
    consul_cfg_running: >-
      {{ groups['consul_servers'] | map('extract', hostvars) | selectattr('consul_cfg_datacenter', 'equalto', consul_cfg_datacenter)
      | selectattr('consul_cfg_active.stdout', 'equalto', 'active') | list }}

- name: Say what is done
  ansible.builtin.debug:
    msg: "{{ consul_cfg_need }}"
`;
