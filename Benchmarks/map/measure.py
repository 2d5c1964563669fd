"""Runs a command: `measure.py BYTES NAME COMMAND...`; prints its speed, by the clock and by the processor, and the most
memory that it took."""
import resource
import subprocess
import sys
import time

size, name, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
start = time.monotonic()
subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
seconds = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
busy = used.ru_utime + used.ru_stime
print(f"time {name} {seconds:.2f} s, {busy:.2f} s of processor")
print(f"speed {name} {size / seconds / 1e6:.2f} MB/s, {size / busy / 1e6:.2f} MB/s a core")
print(f"memory {name} {used.ru_maxrss // 1024} MB")
