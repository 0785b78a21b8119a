#!/usr/bin/env -S node --max-old-space-size=1024 --max-semi-space-size=24
// Where npm finds the command: dist need not be there when it looks. The sizes are those of rolldown.config.js, which has
// the reason.
import '../../../dist/bundle/admin.js';
