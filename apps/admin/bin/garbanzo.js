#!/usr/bin/env node
// Here rather than in dist, because what is compiled there is not executable.
import '../../../dist/apps/admin/src/main.js';
