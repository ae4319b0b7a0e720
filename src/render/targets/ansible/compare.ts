/** What changes is asked of consul-cfg, on the machine where Ansible runs: the host need not have it. */
export const compareTasks = String.raw`# Written by consul-cfg, for stage.yaml: what the host has is compared with what it will have.
---
- name: Make a place for both, for this user alone
  ansible.builtin.tempfile:
    state: directory
    prefix: consul-cfg-
  register: consul_cfg_work
  delegate_to: localhost
  become: false
  changed_when: false

- name: Compare
  block:
    - name: Find the files that the agent reads, and will read
      ansible.builtin.find:
        paths: [/etc/consul.d, /run/consul-cfg/consul.d]
        patterns: ["*.json", "*.hcl"]
      register: consul_cfg_found

    - name: Fetch them
      ansible.builtin.fetch:
        src: "{{ item.path }}"
        dest: "{{ consul_cfg_work.path }}/{{ 'after' if item.path is match('/run/') else 'before' }}/{{ inventory_hostname }}/etc/consul.d/"
        flat: true
      loop: "{{ consul_cfg_found.files }}"
      loop_control:
        label: "{{ item.path }}"
      changed_when: false

    - name: Fetch the unit
      ansible.builtin.fetch:
        src: "{{ item.path }}"
        dest: "{{ consul_cfg_work.path }}/before/{{ inventory_hostname }}{{ item.path }}"
        flat: true
        fail_on_missing: false
      loop: "{{ consul_cfg_units }}"
      loop_control:
        label: "{{ item.path }}"
      changed_when: false

    - name: Fetch the unit of the package, which is under both
      ansible.builtin.fetch:
        src: /usr/lib/systemd/system/consul.service
        dest: "{{ consul_cfg_work.path }}/{{ item }}/{{ inventory_hostname }}/usr/lib/systemd/system/consul.service"
        flat: true
        fail_on_missing: false
      loop: [before, after]
      changed_when: false

    - name: Make a place for the new unit
      ansible.builtin.file:
        path: "{{ consul_cfg_work.path }}/after/{{ inventory_hostname }}{{ item }}"
        state: directory
        mode: "0700"
      loop: "{{ consul_cfg_units | map(attribute='path') | map('dirname') }}"
      delegate_to: localhost
      become: false
      changed_when: false

    - name: Take the new unit
      ansible.builtin.copy:
        src: "{{ playbook_dir }}/../{{ inventory_hostname }}{{ item.path }}"
        dest: "{{ consul_cfg_work.path }}/after/{{ inventory_hostname }}{{ item.path }}"
        mode: "0600"
      loop: "{{ consul_cfg_units }}"
      loop_control:
        label: "{{ item.path }}"
      delegate_to: localhost
      become: false
      changed_when: false

    - name: Ask consul-cfg
      ansible.builtin.command:
        argv: "{{ (consul_cfg_command | default('consul-cfg')) | split(' ') + ['compare', '--json', '--consul', consul_cfg_release, consul_cfg_work.path ~ '/before/' ~ inventory_hostname, consul_cfg_work.path ~ '/after/' ~ inventory_hostname] }}"
      register: consul_cfg_compared
      when: consul_cfg_found.files | selectattr('path', 'match', '/etc/') | list | length > 0
      delegate_to: localhost
      become: false
      changed_when: false

    - name: Take its answer
      ansible.builtin.set_fact:
        consul_cfg_efforts: >-
          {{ (consul_cfg_answer.nodes | default([consul_cfg_answer]) | map(attribute='changes') | flatten | map(attribute='effort') | list)
          + (['restart'] if consul_cfg_answer.nodes | default([]) | map(attribute='unit') | flatten | length > 0 else []) }}
      vars:
        consul_cfg_answer: "{{ consul_cfg_compared.stdout | default('{\"changes\": []}', true) | from_json }}"
  vars:
    consul_cfg_units: "{{ consul_cfg_other_files | selectattr('path', 'match', '/etc/systemd/system/consul\\.service') | list }}"
  always:
    - name: Remove both
      ansible.builtin.file:
        path: "{{ consul_cfg_work.path }}"
        state: absent
      delegate_to: localhost
      become: false
      changed_when: false
`;
