import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { refusePlainFiles } from './plain-files.mjs';

/** Changes a value as a person does, with an editor that does not ask. */
export async function changeByEditor({ folder, script, values }) {
  const editor = join(folder, 'editor.sh');
  writeFileSync(editor, '#!/bin/sh\nsed -i "s/adminPassword: .*/adminPassword: changed/" "$1"\n', {
    mode: 0o755,
  });
  await script('edit', ['monitoring'], { EDITOR: editor });

  const { grafana } = await values('monitoring');
  if (grafana.adminPassword !== 'changed') throw new Error('the value is as it was');
  refusePlainFiles(folder);
  await mustRefuse('a release without credentials', /RELEASE=concourse\|/, () => script('edit', ['tls']));
}
