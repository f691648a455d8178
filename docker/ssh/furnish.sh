#!/bin/sh
# Makes the root file system of the image tp-mqtt/ssh-logs in the folder $1, from the Debian that it runs in (one with
# openssh-server): sshd, Perl, the libraries that they need, and nothing else. There is no shell in it and no other program.
set -eu
umask 022
HERE=$(cd "$(dirname "$0")" && pwd)
OUT=$1

take() {
  for path in "$@"; do
    mkdir -p "$OUT$(dirname "$path")"
    cp -a --dereference "$path" "$OUT$path"
  done
}

# sshd is one program up to OpenSSH 9.7, and three since.
programs="/usr/sbin/sshd /usr/bin/perl"
for part in /usr/lib/openssh/sshd-session /usr/lib/openssh/sshd-auth; do
  [ ! -e "$part" ] || programs="$programs $part"
done
perl=$(perl -e 'print grep { m{/perl-base$} } @INC')
# shellcheck disable=SC2086  # lists of words
{
  take $programs
  take $(ldd $programs $(find "$perl" -name '*.so') | sed -n 's,^[^/]*\(/[^ ]*\) (0x.*,\1,p' | sort -u)
}
for module in strict warnings warnings/register POSIX Errno Fcntl XSLoader Exporter Tie/Hash Config Carp overloading; do
  take "$perl/$module.pm"
done
take "$perl/auto/POSIX/POSIX.so" "$perl/auto/Fcntl/Fcntl.so"

mkdir -p "$OUT/etc/ssh" "$OUT/usr/local/bin" "$OUT/run" "$OUT/tmp" "$OUT/lab" "$OUT/mosquitto/log" "$OUT/dev" "$OUT/proc" "$OUT/sys"
# Made anew at each start, in memory.
for file in passwd group shadow; do ln -sf "/run/$file" "$OUT/etc/$file"; done
cp "$HERE/sshd_config" "$OUT/etc/ssh/sshd_config"
cp "$HERE/enter" "$HERE/follow-log" "$OUT/usr/local/bin/"
chmod 644 "$OUT/etc/ssh/sshd_config"
chmod 755 "$OUT/usr/local/bin/enter" "$OUT/usr/local/bin/follow-log"
