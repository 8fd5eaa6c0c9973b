// Every public call of the SDK, as a program writes it: functions on its objects, less what its types call private.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SogniClient } from '@sogni-ai/sogni-client';

const dist = dirname(createRequire(import.meta.url).resolve('@sogni-ai/sogni-client'));
const EVENTS = ['on', 'off', 'once', 'emit', 'removeListener', 'addListener', 'removeAllListeners'];

function hidden(file) {
  const text = readFileSync(join(dist, `${file}.d.ts`), 'utf8');
  return [...text.matchAll(/^ {4}(?:private|protected) (?:async |static |get )?(\w+)/gm)].map((found) => found[1]);
}

function functions(object) {
  const names = new Set(Object.keys(object).filter((name) => typeof object[name] === 'function'));
  for (let layer = Object.getPrototypeOf(object); layer && layer !== Object.prototype; layer = Object.getPrototypeOf(layer)) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(layer))) {
      if (typeof member.value === 'function') names.add(name);
    }
    if (['ApiGroup', 'DataEntity'].includes(layer.constructor.name)) break;
  }
  return [...names];
}

function listed(path, object, file) {
  const left = new Set([...hidden(file), ...hidden('lib/DataEntity'), ...EVENTS, 'constructor']);
  return functions(object)
    .filter((name) => !left.has(name) && !name.startsWith('_'))
    .map((name) => `${path}.${name}`);
}

const client = await SogniClient.createInstance({ appId: 'surface', apiKey: 'x', disableSocket: true, restEndpoint: process.env.STUDIO_REST, logLevel: 'error' });
const require = createRequire(import.meta.url);
const calls = [
  ['client', client, 'index'],
  ['client.account', client.account, 'Account/index'],
  ['client.projects', client.projects, 'Projects/index'],
  ['client.projects.assets', client.projects.assets, 'Projects/ReusableUploads'],
  ['client.projects.personalLoras', client.projects.personalLoras, 'Projects/PersonalLoras'],
  ['project', require(join(dist, 'Projects/Project.js')).default.prototype, 'Projects/Project'],
  ['job', require(join(dist, 'Projects/Job.js')).default.prototype, 'Projects/Job'],
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
].flatMap(([path, object, file]) => {
  const own = path === 'project' || path === 'job';
  const names = own
    ? Object.entries(Object.getOwnPropertyDescriptors(object))
        .filter(([, member]) => typeof member.value === 'function')
        .map(([name]) => name)
        .filter((name) => name !== 'constructor' && !hidden(file).includes(name) && !name.startsWith('_'))
        .map((name) => `${path}.${name}`)
    : listed(path, object, file);
  return names;
});
console.log(JSON.stringify(['SogniClient.createInstance', ...calls].sort()));
client.dispose();
process.exit(0);
