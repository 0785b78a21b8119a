#!/usr/bin/env -S node --max-old-space-size=1024 --max-semi-space-size=8
// This file is not in dist, because compiled files are not executable. The sizes (in MiB) make Node collect
// garbage earlier; otherwise it would use whatever memory the machine has.
import '../../../dist/apps/admin/src/main.js';
