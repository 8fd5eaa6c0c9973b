import { assert, connect, covers, refused, run, until } from '../harness.mjs';

const DRAW = { id: 'draw', toolName: 'generate_image', arguments: { prompt: 'a fox', seed: 5 } };
const EDIT = {
  id: 'edit',
  toolName: 'edit_image',
  arguments: { prompt: 'at night' },
  dependsOn: [{ sourceStepId: 'draw', targetArgument: 'sourceImageIndex', transform: 'image_index' }],
};
const ASK = { id: 'ask', toolName: 'ask_clarifying_question', arguments: { question: 'Well?' } };

async function ended(client, workflow) {
  const frames = [];
  for await (const frame of client.workflows.streamEvents(workflow.workflowId)) frames.push(frame);
  return [await client.workflows.get(workflow.workflowId), frames];
}

covers(
  ['client.workflows.start', 'client.workflows.streamEvents', 'client.workflows.get', 'client.workflows.events',
    'client.workflows.list'],
  'steps build on each other',
  async () => {
    const client = await connect('js-flow');
    const wish = { input: { title: 'Fox', steps: [DRAW, EDIT] }, tokenType: 'spark', idempotencyKey: 'once' };
    const started = await client.workflows.start(wish);
    const [done, frames] = await ended(client, started);
    assert.equal(done.status, 'completed');
    assert.equal(done.artifacts.length, 2);
    assert.equal(frames.at(-1).data.status, 'completed');
    assert.equal(frames.filter((frame) => frame.data?.type === 'step_completed').length, 2);
    const log = await client.workflows.events(done.workflowId);
    assert.equal(log.at(-1).type, 'workflow_completed');
    const rest = [];
    for await (const frame of client.workflows.streamEvents(done.workflowId, { lastEventId: 3 })) rest.push(frame.id);
    assert.equal(rest[0], '4');
    const same = await client.workflows.start(wish);
    assert.equal(same.workflowId, done.workflowId);
    const other = { input: { steps: [DRAW] }, idempotencyKey: 'once' };
    await assert.rejects(client.workflows.start(other), (error) => error.status === 409);
    assert.equal((await client.workflows.list({ limit: 5 })).length, 1);
  },
);

covers(['client.workflows.resume'], 'a question waits', async () => {
  const client = await connect('js-ask');
  const [paused] = await ended(client, await client.workflows.start({ input: { steps: [ASK, DRAW] } }));
  assert.equal(paused.waitingReason, 'ask_clarifying_question');
  const { resumed, workflow } = await client.workflows.resume(paused.workflowId);
  assert.equal(resumed, true);
  assert.equal((await ended(client, workflow))[0].status, 'completed');
});

covers(['client.workflows.reseed'], 'it is taken again with other seeds', async () => {
  const client = await connect('js-seed');
  const [first] = await ended(client, await client.workflows.start({ input: { steps: [DRAW] } }));
  const nine = { seedOverrides: { draw: 9 }, idempotencyKey: 'b' };
  const taken = await client.workflows.reseed(first.workflowId, nine);
  assert.equal(taken.reseed.clonedFromRunId, first.workflowId);
  assert.equal(taken.reseed.steps[0].newSeed, 9);
  const again = await client.workflows.reseed(first.workflowId, nine);
  assert.equal(again.idempotent, true);
});

covers(['client.workflows.cancel'], 'a cancel ends it', async () => {
  const client = await connect('js-stop');
  const started = await client.workflows.start({ input: { steps: [ASK] } });
  await until(async () => (await client.workflows.get(started.workflowId)).status === 'waiting_for_user');
  assert.equal((await client.workflows.cancel(started.workflowId)).status, 'cancelled');
});

covers(['client.workflows.start'], 'a wrong plan is refused with the step named', async () => {
  const client = await connect('js-wrong');
  const wrong = { steps: [{ id: 'x', toolName: 'generate_image', arguments: {} }] };
  await assert.rejects(client.workflows.start({ input: wrong }), (error) => {
    assert.equal(error.status, 400);
    assert.equal(error.details.stepId, 'x');
    return true;
  });
});

covers(
  ['client.workflows.templates.list', 'client.workflows.templates.get', 'client.workflows.templates.create',
    'client.workflows.templates.update', 'client.workflows.templates.delete', 'client.workflows.templates.fork'],
  'templates are made, run, forked and deleted',
  async () => {
    const client = await connect('js-templates');
    const { templates } = client.workflows;
    const made = await templates.create({
      name: 'Fox',
      inputs: [{ name: 'subject', type: 'text', required: true }],
      stages: [{ id: 'draw', tool: 'generate_image', args: { prompt: 'a $inputs.subject' } }],
    });
    assert.equal((await templates.update(made.id, { name: 'Fox 2' })).version, '0.0.2');
    assert.equal((await templates.get(made.id)).name, 'Fox 2');
    const started = await client.workflows.start({ workflowId: made.id, inputs: { subject: 'fox' } });
    assert.equal((await ended(client, started))[0].steps[0].arguments.prompt, 'a fox');
    assert.equal((await templates.fork(made.id, { newName: 'Third' })).name, 'Third');
    const page = await templates.list({ visibility: 'all', limit: 2 });
    assert.equal(page.templates.length, 2);
    assert.equal(page.nextCursor, 2);
    await templates.delete(made.id);
    await refused(templates.get(made.id), 404);
  },
);

await run();
