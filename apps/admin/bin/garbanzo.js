#!/usr/bin/env -S node --max-old-space-size=1024 --max-semi-space-size=8
// Here rather than in dist, because what is compiled there is not executable. The sizes (in MiB) keep Node from letting
// garbage lie about, which it does for as long as the machine has memory.
import '../../../dist/apps/admin/src/main.js';
