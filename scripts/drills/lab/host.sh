#!/bin/bash
# Boots one host: the file system of this machine under an overlay of its own, with systemd as process 1.
#
#     host.sh LAB NAME NETWORK_NAMESPACE
#
# What it writes is in LAB/NAME/upper, so that a second start is a reboot. LAB/NAME/share is /run/postgresql on the host.
set -e
lab=$1 name=$2 network=$3

if [ "$4" != inside ]; then
  mkdir -p "$lab/cgroup/${lab##*/}/$name"
  # A host has 0.6 of a processor, so that some that are busy do not slow down the others.
  if echo +cpu > "$lab/cgroup/${lab##*/}/cgroup.subtree_control"; then
    echo 12000 20000 > "$lab/cgroup/${lab##*/}/$name/cpu.max"
  else
    part=/sys/fs/cgroup/cpu$(sed -n 's/^[0-9]*:cpu\(,cpuacct\)\?://p' /proc/self/cgroup)/${lab##*/}-$name
    mkdir -p "$part"
    echo 20000 > "$part/cpu.cfs_period_us"
    echo 12000 > "$part/cpu.cfs_quota_us"
    echo 10240 > "$part/cpu.shares"
    echo $$ > "$part/cgroup.procs"
  fi
  echo $$ > "$lab/cgroup/${lab##*/}/$name/cgroup.procs"
  exec nsenter --net="/run/netns/$network" \
    unshare --mount --uts --ipc --pid --cgroup --fork --kill-child bash "$0" "$lab" "$name" "$network" inside
fi

dir=$lab/$name
mkdir -p "$dir/root" "$dir/upper" "$dir/work" "$dir/share"
chmod 755 "$dir" "$dir/upper" "$dir/share"
mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=/,upperdir=$dir/upper,workdir=$dir/work" "$dir/root"
cd "$dir/root"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t cgroup2 cgroup sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs tmpfs tmp
mkdir run/postgresql
mount --bind "$dir/share" run/postgresql

mount -t tmpfs -o mode=755 tmpfs dev
for device in null:3 zero:5 full:7 random:8 urandom:9; do mknod -m 666 "dev/${device%:*}" c 1 "${device#*:}"; done
mknod -m 666 dev/tty c 5 0
mkdir dev/pts dev/shm dev/mqueue dev/hugepages
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd

# Services of this machine that a host of the drills does not need. udev would give eth0 the same MAC address on all hosts.
for unit in postgresql.service apt-daily.timer apt-daily-upgrade.timer e2scrub_reap.service e2scrub_all.timer \
  systemd-logind.service fstrim.timer dpkg-db-backup.timer logrotate.timer man-db.timer systemd-timesyncd.service \
  avahi-daemon.service avahi-daemon.socket systemd-udevd.service systemd-udevd-kernel.socket systemd-udevd-control.socket \
  systemd-udev-trigger.service; do
  ln -sfn /dev/null "etc/systemd/system/$unit"
done
cp "$dir/hosts" etc/hosts
echo "$name" > etc/hostname

mkdir run/old
pivot_root . run/old
umount -l /run/old
exec env -i container=drills PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  /lib/systemd/systemd --unit=multi-user.target --show-status=0
