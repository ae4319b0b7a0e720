/** The play: the same for every cluster, since what differs is in the inventory. */
export const playText = `# Written by consul-cfg: brings the files of every node to its host, and reloads or restarts its agent where that is needed.
#
#   ansible-playbook -i ansible/inventory.yaml ansible/roll-out.yaml
#
# Servers one at a time, the leader last, then clients one at a time; it stops at the first that does not come back, and goes on
# from there when it is run again. With ACLs the variable CONSUL_HTTP_TOKEN here holds a token with operator:read, agent:read and, to hand
# over the leadership, operator:write. Variables, with -e:
#   consul_cfg_command   how consul-cfg is called on this machine (consul-cfg)
#   consul_cfg_asks      reload or restart, for every host: what changed is not asked, and consul-cfg is not needed
#   consul_cfg_settle    seconds after a restart before the cluster is asked (15: as long as it may take until it notices)
#   consul_cfg_patience  seconds for a host to come back (180)
#   consul_cfg_patroni   true: also the files of Patroni, which make it use Consul as its store (false)
---
- name: Validate the new configuration on every host, and find out what it asks for
  hosts: consul
  gather_facts: false
  become: true
  any_errors_fatal: true
  max_fail_percentage: 0
  tasks:
    - name: Stage
      ansible.builtin.import_tasks: tasks/stage.yaml

    - name: Sort the hosts
      ansible.builtin.group_by:
        key: consul_cfg_step_{{ consul_cfg_step }}
      changed_when: false

- name: Bring files to hosts whose agents run on as they are
  hosts: consul_cfg_step_quiet
  gather_facts: false
  become: true
  any_errors_fatal: true
  max_fail_percentage: 0
  tasks:
    - name: Copy
      ansible.builtin.include_tasks: tasks/change.yaml

- name: Start the servers of a new cluster, which wait for each other
  hosts: consul_cfg_step_founding
  gather_facts: false
  become: true
  any_errors_fatal: true
  max_fail_percentage: 0
  tasks:
    - name: Copy and start
      ansible.builtin.include_tasks: tasks/change.yaml

- name: Change the servers, one at a time, the leader last
  hosts: consul_cfg_step_stopped:consul_cfg_step_follower:consul_cfg_step_leader
  gather_facts: false
  become: true
  serial: 1
  any_errors_fatal: true
  max_fail_percentage: 0
  tasks:
    - name: Copy, reload or restart, and wait
      ansible.builtin.include_tasks: tasks/change.yaml

- name: Change the clients, one at a time
  hosts: consul_cfg_step_client
  gather_facts: false
  become: true
  serial: 1
  any_errors_fatal: true
  max_fail_percentage: 0
  tasks:
    - name: Copy, reload or restart, and wait
      ansible.builtin.include_tasks: tasks/change.yaml
`;
