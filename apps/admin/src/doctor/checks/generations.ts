import { listGenerations, PROJECTIONS, type GenerationState } from '#libs/projections';
import { note, orWell, type Check, type Finding } from '../finding.js';

export const generations: Check = {
  name: 'tables',
  async look(database) {
    const found = await listGenerations(database);
    return orWell(found.flatMap(judge), 'are those that are read, and no others');
  },
};

function judge({ id, projection, version, state, isReplaying }: GenerationState): Finding[] {
  const current = PROJECTIONS.find(({ name }) => name === projection)?.version;
  const which = `of ${projection} (version ${version}, generation ${id})`;
  if (state === 'building') {
    const left = note(
      `${which} were left behind by a replay that was killed`,
      'run garbanzo replay --drop-old',
    );
    return isReplaying ? [] : [left];
  } else if (state === 'kept') {
    return [
      note(`${which} are kept, and folded beside those that are read`, 'run garbanzo replay --drop-old'),
    ];
  } else if (version !== current) {
    const remedy = 'when no process of that version runs any more: garbanzo replay --drop-old';
    return [note(`${which} are of another version of Garbanzo`, remedy)];
  } else return [];
}
