#!/bin/sh
# Builds tp-mqtt/mosquitto:<version> from Debian's packages, for machines that can reach a Debian mirror and no image
# registry. Behaves as the published eclipse-mosquitto: /mosquitto/config/mosquitto.conf, mosquitto as process 1.
#
#   sudo docker/build-from-debian.sh [--force] [2.0.11|2.0.21|2.1.2|all]...
#
# DEBIAN_MIRROR names a mirror; without it the one that this machine's apt uses, or else debootstrap's own default.
set -eu

NAME=tp-mqtt/mosquitto
apt_mirror() {
  apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null | grep -m 1 -E '/debian/?$'
}
MIRROR=${DEBIAN_MIRROR:-$(apt_mirror || true)}
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg
SCRIPTS=/usr/share/debootstrap/scripts
HERE=$(cd "$(dirname "$0")" && pwd)
CONFIG=$HERE/mosquitto.conf

say() { printf '%s\n' "$*"; }
fail() { printf 'build-from-debian: %s\n' "$*" >&2; exit 1; }

# Debian suite of a Mosquitto version, and the debootstrap script for it: a suite younger than this machine's
# debootstrap has no script of its own name, and all since Debian 9 use the one called sid.
suite_of() {
  case $1 in
    2.0.11) say bookworm ;;
    2.0.21) say trixie ;;
    2.1.2) say forky ;;
    *) fail "there is no Debian release with mosquitto '$1'; say 2.0.11, 2.0.21, 2.1.2 or all." ;;
  esac
}
script_of() {
  if [ -e "$SCRIPTS/$1" ]; then say "$SCRIPTS/$1"; else say "$SCRIPTS/sid"; fi
}

need() {
  [ "$(id -u)" = 0 ] || fail "this must be run as root (debootstrap makes a root file system): sudo $0"
  command -v debootstrap >/dev/null || fail "debootstrap is not installed: sudo apt-get install debootstrap"
  [ -r "$KEYRING" ] || fail "Debian's keys are not installed: sudo apt-get install debian-archive-keyring"
  command -v docker >/dev/null || fail "docker is not installed: sudo npm run setup"
  docker version --format '{{.Server.Version}}' >/dev/null 2>&1 || fail "no Docker engine answers: sudo npm run setup"
}

# Everything that decides what is in the image.
inputs_of() { cat "$0" "$CONFIG" | sha256sum | cut -c1-16; }

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

build() {
  wanted=$1
  suite=$(suite_of "$wanted")
  inputs=$(inputs_of)
  have=$(docker image ls -q --filter "label=tp-mqtt.suite=$suite" --filter "label=tp-mqtt.inputs=$inputs" "$NAME")
  if [ -n "$have" ] && [ "$force" = no ]; then
    say "$NAME:$wanted is there already."
    return 0
  fi
  started=$(date +%s)
  work=$(mktemp -d "${TMPDIR:-/tmp}/tp-mqtt-debian.XXXXXX")
  in_memory "$work"
  debootstrap --variant=minbase --include=mosquitto --keyring="$KEYRING" --force-check-gpg "$suite" "$work/root" \
    "$MIRROR" "$(script_of "$suite")" >"$work/log" 2>&1 || explain "$suite"
  version=$(chroot "$work/root" /usr/sbin/mosquitto -h 2>/dev/null | sed -n '1s/^mosquitto version //p')
  [ -n "$version" ] || fail "Debian $suite installed no mosquitto that runs."
  furnish "$work/root"
  image=$(pack "$work/root" | docker import \
    --change 'CMD ["/usr/sbin/mosquitto", "-c", "/mosquitto/config/mosquitto.conf"]' \
    --change 'EXPOSE 1883' \
    --change "LABEL tp-mqtt.suite=$suite tp-mqtt.inputs=$inputs" - "$NAME:$version") ||
    fail "docker could not import the root file system of Debian $suite."
  [ -n "$image" ] || fail "docker imported nothing from Debian $suite."
  clean_up
  # What this image replaces has lost its name; only images with this script's label are touched.
  docker image prune --force --filter "label=tp-mqtt.suite=$suite" >/dev/null
  size=$(docker image inspect --format '{{.Size}}' "$NAME:$version")
  say "$NAME:$version built from Debian $suite in $(($(date +%s) - started)) s, $((size / 1000000)) MB."
  [ "$version" = "$wanted" ] || say "Note: Debian $suite has mosquitto $version now, no longer $wanted."
}

# dpkg flushes every file to disk, which takes a third of the time; a root that is thrown away may live in memory.
in_memory() {
  free_kb=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo)
  [ "${free_kb:-0}" -gt 2000000 ] || return 0
  mount -t tmpfs -o size=1g,mode=700 tmpfs "$1" 2>/dev/null || true
}

explain() {
  last=$(grep -E '^[EW]: ' "$work/log" | tail -n 1 | cut -c4-)
  fail "debootstrap could not make Debian $1 from ${MIRROR:-its default mirror} (${last:-no word from debootstrap}); is the network there?"
}

furnish() {
  mkdir -p "$1/mosquitto/config" "$1/mosquitto/data" "$1/mosquitto/log"
  cp "$CONFIG" "$1/mosquitto/config/mosquitto.conf"
  chmod 644 "$1/mosquitto/config/mosquitto.conf"
  chroot "$1" chown -R mosquitto: /mosquitto/data /mosquitto/log
}

# What a broker never reads stays out.
pack() {
  tar -C "$1" -c --one-file-system \
    --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/info/*' \
    --exclude='./usr/share/locale/*' --exclude='./usr/share/zoneinfo/*' --exclude='./usr/share/i18n/*' \
    --exclude='./usr/share/bash-completion/*' --exclude='./usr/lib/*/gconv/*' --exclude='./usr/lib/*/perl-base/*' \
    --exclude='./var/lib/apt/lists/*' --exclude='./var/cache/*' --exclude='./var/log/*' --exclude='./debootstrap' \
    --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' --exclude='./run/*' --exclude='./tmp/*' .
}

force=no
versions=
for word in "$@"; do
  case $word in
    --force) force=yes ;;
    -h | --help) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
    all) versions="$versions 2.0.11 2.0.21 2.1.2" ;;
    *) suite_of "$word" >/dev/null; versions="$versions $word" ;;
  esac
done
need
for version in ${versions:-2.0.11 2.0.21 2.1.2}; do build "$version"; done
