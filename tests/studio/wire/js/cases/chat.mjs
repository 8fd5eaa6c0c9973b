import { assert, connect, covers, run } from '../harness.mjs';

const MODEL = 'qwen3.6-35b-a3b-gguf-iq4xs';
const TOOL = {
  type: 'function',
  function: { name: 'generate_image', parameters: { type: 'object', properties: { prompt: { type: 'string' } } } },
};
const said = (content) => [{ role: 'user', content }];

covers(['client.chat.completions.create', 'client.chat.waitForModels'], 'words and calls are streamed', async () => {
  const client = await connect('js-chat', 'js-chat');
  await client.chat.waitForModels();
  const stream = await client.chat.completions.create({ model: MODEL, messages: said('a red fox in snow'), stream: true, tools: [TOOL] });
  let pieces = 0;
  for await (const piece of stream) pieces += piece.content ? 1 : 0;
  assert.ok(pieces > 1);
  assert.equal(stream.finalResult.finishReason, 'tool_calls');
  assert.match(stream.toolCalls[0].function.arguments, /red fox/);
  const whole = await client.chat.completions.create({ model: MODEL, messages: said('are you an AI model?') });
  assert.match(whole.content, /no AI model/i);
});

covers(['client.chat.hosted.create', 'client.chat.hosted.executeTool'], 'the server answers and runs its text tools', async () => {
  const client = await connect('js-hosted');
  const answer = await client.chat.hosted.create({ model: MODEL, messages: said('are you an AI model?') });
  assert.equal(answer.choices[0].message.role, 'assistant');
  assert.ok(answer.choices[0].message.content.length > 0);
  const made = await client.chat.hosted.executeTool({
    tool: 'compose_lyrics', arguments: { prompt: 'over the hills' },
  });
  const result = made.result ?? made.data?.result;
  assert.equal(result.ok, true);
  await assert.rejects(client.chat.hosted.executeTool({ tool: 'generate_image', arguments: { prompt: 'a fox' } }));
});

covers(['client.chat.tools.execute', 'client.chat.tools.executeAll'], 'the client runs tools by itself', async () => {
  const client = await connect('js-tools', 'js-tools');
  await client.projects.waitForModels();
  const call = {
    id: 'call_1',
    type: 'function',
    function: { name: 'generate_image', arguments: JSON.stringify({ prompt: 'a fox', width: 256, height: 256 }) },
  };
  const options = { tokenType: 'spark' };
  const made = await client.chat.tools.execute(call, options);
  assert.equal(made.success, true, made.content);
  assert.equal(made.resultUrls.length, 1);
  const [again] = await client.chat.tools.executeAll([call], options);
  assert.equal(again.success, true);
});

async function log(client, id, options) {
  const events = [];
  for await (const event of client.chat.runs.streamEvents(id, options)) events.push(event);
  return events;
}

covers(['client.chat.runs.create', 'client.chat.runs.streamEvents', 'client.chat.runs.get'], 'a run is told to its end', async () => {
  const client = await connect('js-run');
  const { runId } = await client.chat.runs.create({ messages: said('draw a red fox'), idempotencyKey: 'one' });
  const events = await log(client, runId);
  assert.equal(events[0].type, 'run_created');
  assert.equal(events.at(-1).type, 'run_completed');
  assert.equal((await client.chat.runs.get(runId)).artifacts.length, 1);
  const rest = await log(client, runId, { lastEventId: 2 });
  assert.equal(rest[0].sequence, 3);
  assert.equal((await client.chat.runs.create({ messages: said('draw a red fox'), idempotencyKey: 'one' })).runId, runId);
});

covers(['client.chat.runs.confirmCost', 'client.chat.runs.cancel'], 'a cost is agreed or declined', async () => {
  const client = await connect('js-cost');
  const wish = { messages: said('draw a red fox'), runtimeConfig: { requireJobConfirmation: true } };
  const asked = async () => {
    const { runId } = await client.chat.runs.create(wish);
    await log(client, runId);
    return client.chat.runs.get(runId);
  };
  const run = await asked();
  const { toolCallId, costApprovalPreview } = run.waiting.details;
  await client.chat.runs.confirmCost(run.runId, { toolCallId, decision: 'confirm', acceptedCostPreview: costApprovalPreview });
  assert.equal((await log(client, run.runId)).at(-1).type, 'run_completed');
  const other = await asked();
  assert.equal((await client.chat.runs.cancel(other.runId, 'enough')).status, 'cancelled');
});

await run();
