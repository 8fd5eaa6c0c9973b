// Every public call of the SDK, as a program writes it: functions on its objects, less what its types call private.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SogniClient } from '@sogni-ai/sogni-client';

const dist = dirname(createRequire(import.meta.url).resolve('@sogni-ai/sogni-client'));

function hidden(file) {
  const text = readFileSync(join(dist, `${file}.d.ts`), 'utf8');
  return [...text.matchAll(/^ {4}(?:private|protected) (?:async |static |get )?(\w+)/gm)].map((found) => found[1]);
}

function functions(object) {
  const names = new Set(Object.keys(object).filter((name) => typeof object[name] === 'function'));
  let layer = Object.getPrototypeOf(object);
  for (; layer && layer !== Object.prototype; layer = Object.getPrototypeOf(layer)) {
    if (['ApiGroup', 'DataEntity'].includes(layer.constructor.name)) break;
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(layer))) {
      if (typeof member.value === 'function') names.add(name);
    }
  }
  return [...names];
}

function listed(path, object, file) {
  const left = new Set([...hidden(file), 'constructor']);
  return functions(object)
    .filter((name) => !left.has(name) && !name.startsWith('_'))
    .map((name) => `${path}.${name}`);
}

const require = createRequire(import.meta.url);
const client = await SogniClient.createInstance({
  appId: 'surface',
  apiKey: 'surface',
  disableSocket: true,
  restEndpoint: process.env.STUDIO_REST,
  logLevel: 'error',
});
const calls = [
  ['client', client, 'index'],
  ['client.account', client.account, 'Account/index'],
  ['client.projects', client.projects, 'Projects/index'],
  ['client.projects.assets', client.projects.assets, 'Projects/ReusableUploads'],
  ['client.projects.personalLoras', client.projects.personalLoras, 'Projects/PersonalLoras'],
  // The first layer of these two is their own prototype.
  ['project', Object.create(require(join(dist, 'Projects/Project.js')).default.prototype), 'Projects/Project'],
  ['job', Object.create(require(join(dist, 'Projects/Job.js')).default.prototype), 'Projects/Job'],
  ['client.chat', client.chat, 'Chat/index'],
  ['client.chat.completions', client.chat.completions, 'Chat/index'],
  ['client.chat.hosted', client.chat.hosted, 'Chat/index'],
  ['client.chat.runs', client.chat.runs, 'Chat/index'],
  ['client.chat.tools', client.chat.tools, 'Chat/ChatTools'],
  ['client.workflows', client.workflows, 'CreativeWorkflows/index'],
  ['client.workflows.templates', client.workflows.templates, 'CreativeWorkflows/Templates/index'],
  ['client.stats', client.stats, 'Stats/index'],
  ['client.replay', client.replay, 'Replay/index'],
  ['client.announcements', client.announcements, 'Announcements/index'],
].flatMap(([path, object, file]) => listed(path, object, file));
console.log(JSON.stringify(['SogniClient.createInstance', ...calls].sort()));
client.dispose();
process.exit(0);
