#!/bin/sh
# Builds tp-mqtt/ssh-logs, the SSH server of "tp-mqtt lab", from Debian's packages, for machines that can reach a Debian
# mirror and no image registry. Where images can be pulled, "docker build -t tp-mqtt/ssh-logs docker/ssh" does the same.
# Also tp-mqtt/ssh-host, the same Debian whole, with sudo: on it the tests try what docker/host has for a server.
#
#   sudo docker/build-ssh-logs.sh [--force]
#
# DEBIAN_MIRROR names a mirror; without it the one that this machine's apt uses, or else debootstrap's own default.
# Apart from build-from-debian.sh, because that script is an input of the images that it builds.
set -eu

NAME=tp-mqtt/ssh-logs
HOST_NAME=tp-mqtt/ssh-host
SUITE=trixie
HERE=$(cd "$(dirname "$0")" && pwd)
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg
SCRIPTS=/usr/share/debootstrap/scripts

say() { printf '%s\n' "$*"; }
fail() { printf 'build-ssh-logs: %s\n' "$*" >&2; exit 1; }

apt_mirror() {
  apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null | grep -m 1 -E '/debian/?$'
}
MIRROR=${DEBIAN_MIRROR:-$(apt_mirror || true)}

need() {
  [ "$(id -u)" = 0 ] || fail "this must be run as root (debootstrap makes a root file system): sudo $0"
  command -v debootstrap >/dev/null || fail "debootstrap is not installed: sudo apt-get install debootstrap"
  [ -r "$KEYRING" ] || fail "Debian's keys are not installed: sudo apt-get install debian-archive-keyring"
  docker version --format '{{.Server.Version}}' >/dev/null 2>&1 || fail "no Docker engine answers: sudo npm run setup"
}

# Everything that decides what is in the images.
inputs_of() { cat "$0" "$HERE"/ssh/* | sha256sum | cut -c1-16; }
is_there() { [ -n "$(docker image ls -q --filter "label=tp-mqtt.inputs=$inputs" "$1")" ]; }

work=
# debootstrap mounts /proc and /sys in the new root; removing the root with them mounted must never happen.
clean_up() {
  [ -n "$work" ] || return 0
  for mount in proc sys dev/pts dev; do umount "$work/root/$mount" 2>/dev/null || true; done
  umount "$work" 2>/dev/null || true
  rm -rf --one-file-system "$work"
  work=
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# A root that is thrown away may live in memory: dpkg flushes every file to disk.
in_memory() {
  free_kb=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo)
  [ "${free_kb:-0}" -gt 2000000 ] || return 0
  mount -t tmpfs -o size=1g,mode=700 tmpfs "$work" 2>/dev/null || true
}

bootstrap() {
  script=$SCRIPTS/$SUITE
  [ -e "$script" ] || script=$SCRIPTS/sid
  debootstrap --variant=minbase --include=openssh-server,sudo --keyring="$KEYRING" --force-check-gpg "$SUITE" \
    "$work/root" "$MIRROR" "$script" >"$work/log" 2>&1 ||
    fail "debootstrap could not make Debian $SUITE from ${MIRROR:-its default mirror} ($(grep -E '^[EW]: ' "$work/log" | tail -n 1 | cut -c4-)); is the network there?"
}

import() {
  docker import --change "LABEL tp-mqtt.inputs=$inputs tp-mqtt.image=ssh" "$@" >/dev/null ||
    fail "docker could not import the root file system."
}

build() {
  started=$(date +%s)
  work=$(mktemp -d "${TMPDIR:-/tmp}/tp-mqtt-ssh.XXXXXX")
  in_memory
  bootstrap
  mkdir "$work/root/furnish"
  cp "$HERE"/ssh/* "$work/root/furnish/"
  chroot "$work/root" sh /furnish/furnish.sh /out || fail "furnish.sh could not take what sshd needs."
  tar -C "$work/root/out" -c . |
    import --change 'EXPOSE 2222' --change 'ENTRYPOINT ["/usr/bin/perl", "/usr/local/bin/enter"]' - "$NAME"
  rm -rf "$work/root/out" "$work/root/furnish"
  tar -C "$work/root" -c --one-file-system --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' \
    --exclude='./usr/share/locale/*' --exclude='./var/cache/*' --exclude='./var/lib/apt/lists/*' \
    --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' . | import - "$HOST_NAME"
  docker image prune --force --filter label=tp-mqtt.image=ssh >/dev/null
  for name in "$NAME" "$HOST_NAME"; do
    size=$(docker image inspect --format '{{.Size}}' "$name")
    say "$name built from Debian $SUITE, $((size / 1000000)) MB."
  done
  say "That took $(($(date +%s) - started)) s."
}

force=no
case ${1:-} in
  "") ;;
  --force) force=yes ;;
  -h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
  *) fail "there is no option '$1'; see $0 --help" ;;
esac
need
inputs=$(inputs_of)
if [ "$force" = no ] && is_there "$NAME" && is_there "$HOST_NAME"; then
  say "$NAME is there already."
else
  build
fi
