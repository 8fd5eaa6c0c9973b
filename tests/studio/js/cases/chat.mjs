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

await run();
