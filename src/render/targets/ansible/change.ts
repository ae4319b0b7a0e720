/** What is done on a host when its turn comes. */
export const changeTasks = String.raw`# Written by consul-cfg, for roll-out.yaml: one host, when its turn comes.
---
- name: See that the cluster is healthy before this host is touched
  ansible.builtin.include_tasks: wait.yaml
  vars:
    consul_cfg_pause: 0
    consul_cfg_reason: "before {{ inventory_hostname }} was touched"
  when: consul_cfg_need in ['reload', 'restart']

- name: Make a place for what is left to do
  ansible.builtin.file:
    path: /var/lib/consul-cfg
    state: directory
    owner: root
    group: root
    mode: "0755"
  when: consul_cfg_need != 'nothing'

- name: Keep what is left to do, for a run that does not get to the end
  ansible.builtin.copy:
    content: "{{ 'restart' if consul_cfg_need == 'start' else consul_cfg_need }}\n"
    dest: /var/lib/consul-cfg/left
    owner: root
    group: root
    mode: "0644"
  when: consul_cfg_need != 'nothing'
  changed_when: false

- name: Make directories that are not there
  ansible.builtin.command:
    cmd: install -d -m 0755 {{ item }}
    creates: "{{ item }}"
  loop: "{{ (consul_cfg_other_files + consul_cfg_files + (consul_cfg_patroni_files if consul_cfg_patroni | default(false) | bool else [])) | map(attribute='path') | map('dirname') | unique }}"

- name: Copy the files
  ansible.builtin.copy:
    src: "{{ playbook_dir }}/../{{ inventory_hostname }}{{ item.path }}"
    dest: "{{ item.path }}"
    owner: "{{ item.owner }}"
    group: "{{ item.group }}"
    mode: "{{ item.mode }}"
  loop: "{{ consul_cfg_other_files + consul_cfg_files }}"
  loop_control:
    label: "{{ item.path }}"
  diff: false
  register: consul_cfg_copied

- name: Move away what is not rendered any more
  ansible.builtin.command:
    cmd: mv -f {{ item }} {{ item }}.before-consul-cfg
    removes: "{{ item }}"
  loop: "{{ consul_cfg_not_rendered }}"

- name: Make new directories
  ansible.builtin.command:
    cmd: systemd-tmpfiles --create consul.conf
  changed_when: false

- name: Copy the files of Patroni
  ansible.builtin.copy:
    src: "{{ playbook_dir }}/../{{ inventory_hostname }}{{ item.path }}"
    dest: "{{ item.path }}"
    owner: "{{ item.owner }}"
    group: "{{ item.group }}"
    mode: "{{ item.mode }}"
  loop: "{{ consul_cfg_patroni_files }}"
  loop_control:
    label: "{{ item.path }}"
  diff: false
  when: consul_cfg_patroni | default(false) | bool
  register: consul_cfg_patroni_copied

- name: Let Patroni read them
  ansible.builtin.systemd_service:
    name: "{{ consul_cfg_patroni_unit }}"
    state: reloaded
    daemon_reload: true
  when: consul_cfg_patroni_copied is changed

- name: Let systemd read its units
  ansible.builtin.systemd_service:
    daemon_reload: true
  when: consul_cfg_copied is changed
  changed_when: false

- name: Hand over the leadership
  ansible.builtin.command:
    cmd: "{{ consul_cfg_binary }} operator raft transfer-leader"
  environment: "{{ consul_cfg_environment | combine({'CONSUL_HTTP_TOKEN': lookup('ansible.builtin.env', 'CONSUL_HTTP_TOKEN')}) }}"
  register: consul_cfg_handed
  when: consul_cfg_need == 'restart' and consul_cfg_leads and consul_cfg_spare > 0
  failed_when: false
  changed_when: consul_cfg_handed.rc == 0

- name: Wait for the new leader
  ansible.builtin.wait_for:
    timeout: 5
  when: consul_cfg_handed is changed

- name: Reload the agent
  ansible.builtin.systemd_service:
    name: consul
    state: reloaded
  when: consul_cfg_need == 'reload'

- name: Restart the agent
  ansible.builtin.systemd_service:
    name: consul
    enabled: true
    state: restarted
    no_block: true
  when: consul_cfg_need in ['restart', 'start']

- name: Wait until it is back
  ansible.builtin.include_tasks: wait.yaml
  vars:
    consul_cfg_pause: "{{ 0 if consul_cfg_need == 'reload' else 2 if consul_cfg_role == 'client' else consul_cfg_settle | default(15) | int }}"
    consul_cfg_reason: "after {{ inventory_hostname }}"
  when: consul_cfg_need != 'nothing'

- name: Forget what was left to do
  ansible.builtin.file:
    path: /var/lib/consul-cfg/left
    state: absent
  changed_when: false
`;
