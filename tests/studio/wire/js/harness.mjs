// Cases of one file, run one after the other against the studio of the environment; one JSON line of news each.

import assert from 'node:assert/strict';
import { SogniClient } from '@sogni-ai/sogni-client';

export { assert, SogniClient };

export const rest = process.env.STUDIO_REST;
const socket = process.env.STUDIO_WS;
const CASE_MS = 90_000;
const cases = [];
const open = [];

// Announce a case with the SDK calls it covers.
export function covers(calls, name, body) {
  cases.push({ name, calls, body });
}

// A client of its own account; without an app id it has no socket.
export async function connect(key, appId, more = {}) {
  const client = await SogniClient.createInstance({
    apiKey: key,
    appId: appId ?? 'rest-only',
    disableSocket: !appId,
    restEndpoint: rest,
    socketEndpoint: socket,
    network: 'fast',
    logLevel: 'error',
    ...more,
  });
  open.push(client);
  return client;
}

export async function fetched(url) {
  const answer = await fetch(url);
  assert.equal(answer.status, 200);
  return Buffer.from(await answer.arrayBuffer());
}

export async function fault(kind, options = {}) {
  const body = JSON.stringify({ kind, ...options });
  await fetch(`${rest}/_studio/faults`, { method: 'POST', body });
}

// Wait until something is so.
export async function until(condition, ms = 30_000) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await condition();
    if (found) return found;
    assert.ok(Date.now() < end, 'waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function refused(promise, status) {
  await assert.rejects(promise, (error) => error.status === status);
}

// A small picture: a PNG of one colour, made by hand so that no image library is needed.
export { picture } from './png.mjs';

function within(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the case took too long')), CASE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export async function run() {
  const only = process.argv.includes('--list');
  for (const { name, calls, body } of cases) {
    let error = null;
    if (!only) {
      try {
        await within(body());
      } catch (failure) {
        error = String(failure?.stack ?? failure);
      }
    }
    console.log(JSON.stringify({ name, calls, error }));
  }
  for (const client of open) client.dispose();
  process.exit(0);
}
