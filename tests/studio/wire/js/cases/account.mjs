import { assert, connect, covers, refused, run } from '../harness.mjs';

const IMAGE = 'z_image_turbo_bf16';
const VIDEO = 'ltx25-22b-int8_i2v_distilled';
const CHAT = 'qwen3.6-35b-a3b-gguf-iq4xs';

covers(
  ['SogniClient.createInstance', 'client.projects.waitForModels', 'client.chat.waitForModels',
    'client.setSocketEventSubscriptions', 'client.account.switchNetwork', 'client.dispose'],
  'it connects and hears of models',
  async () => {
    const client = await connect('js-connect', 'js-connect');
    const models = await client.projects.waitForModels();
    assert.ok(models.some((one) => one.id === IMAGE));
    assert.ok(CHAT in (await client.chat.waitForModels()));
    await client.setSocketEventSubscriptions({ modelAvailability: true });
    assert.equal(await client.account.switchNetwork('relaxed'), 'relaxed');
    client.dispose();
  },
);

covers(['SogniClient.createInstance'], 'a second connection under the same app id wins', async () => {
  const first = await connect('js-twice', 'js-twice');
  await first.projects.waitForModels();
  const ended = new Promise((resolve) => first.apiClient.once('disconnected', resolve));
  const second = await connect('js-twice', 'js-twice');
  await second.projects.waitForModels();
  assert.equal((await ended).code, 4015);
  assert.equal(first.apiClient.auth.isAuthenticated, true);
});

covers(
  ['client.account.me', 'client.account.refreshBalance', 'client.account.accountBalance',
    'client.account.walletBalance', 'client.account.transactionHistory', 'client.checkAuth'],
  'it tells who one is, what is left and what was spent',
  async () => {
    const client = await connect('js-account');
    const me = await client.account.me();
    assert.ok(me.walletAddress.startsWith('0x'));
    const balance = await client.account.accountBalance();
    assert.ok(Number(balance.spark.net) > 0);
    assert.equal((await client.account.refreshBalance()).spark.net, balance.spark.net);
    assert.equal((await client.account.walletBalance(me.walletAddress)).ether, '0');
    const history = await client.account.transactionHistory({ status: 'completed', address: me.walletAddress, limit: 5 });
    assert.deepEqual(history.entries, []);
    const visitor = await connect(undefined, undefined, { apiKey: undefined, authType: 'cookies' });
    assert.equal(await visitor.checkAuth(), false);
  },
);

covers(
  ['client.account.getSubscriptionStatus', 'client.account.getSubscriptionUsage', 'client.account.getTrialEligibility',
    'client.account.getSubscriptionPlans', 'client.account.refreshSubscription'],
  'it sells no subscriptions',
  async () => {
    const { account } = await connect('js-plan');
    assert.equal((await account.getSubscriptionStatus()).status, 'none');
    assert.equal((await account.refreshSubscription()).active, false);
    assert.equal((await account.getSubscriptionUsage()).periodJobs, 0);
    assert.equal((await account.getTrialEligibility()).eligible, false);
    assert.deepEqual(await account.getSubscriptionPlans(), []);
  },
);

covers(['client.setTokens', 'client.account.logout'], 'tokens are renewed', async () => {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = (life) => `${part({ alg: 'none' })}.${part({ sub: 'js-ada', exp: Math.floor(Date.now() / 1000) + life })}.x`;
  const client = await connect(undefined, undefined, { apiKey: undefined, authType: 'token' });
  await client.setTokens({ token: jwt(-10), refreshToken: jwt(10_000) });
  assert.ok((await client.account.me()).walletAddress);
  await client.account.logout();
});

covers(
  ['client.projects.getSupportedModels', 'client.projects.getModelOptions', 'client.projects.getSizePresets',
    'client.projects.getAvailableModels', 'client.projects.getVideoAssetConfig', 'client.projects.isVideoModelId',
    'client.projects.isAudioModelId', 'client.projects.isModelArtifactModelId'],
  'it lists models, options and sizes',
  async () => {
    const { projects } = await connect('js-models');
    const listed = await projects.getSupportedModels();
    assert.ok(listed.some((one) => one.id === VIDEO && one.media === 'video'));
    assert.ok((await projects.getModelOptions(IMAGE)).steps.max > 0);
    assert.ok((await projects.getSizePresets('fast', IMAGE)).length > 0);
    assert.ok((await projects.getAvailableModels('fast')).find((one) => one.id === IMAGE).workerCount > 0);
    assert.equal((await projects.getVideoAssetConfig(VIDEO)).workflowType, 'i2v');
    assert.equal(projects.isVideoModelId(VIDEO), true);
    assert.equal(projects.isAudioModelId(IMAGE), false);
    assert.equal(projects.isModelArtifactModelId(IMAGE), false);
  },
);

covers(
  ['client.projects.estimateCost', 'client.projects.estimateVideoCost', 'client.projects.estimateAudioCost',
    'client.projects.estimateEnhancementCost', 'client.chat.estimateCost'],
  'it quotes prices',
  async () => {
    const client = await connect('js-prices');
    const image = await client.projects.estimateCost({
      network: 'fast', tokenType: 'spark', model: IMAGE, imageCount: 2, stepCount: 8, previewCount: 0, cnEnabled: false,
      startingImageStrength: 0, width: 1024, height: 1024,
    });
    assert.equal(Number(image.spark), 2);
    const video = await client.projects.estimateVideoCost({
      tokenType: 'spark', model: VIDEO, width: 832, height: 480, duration: 5, fps: 24, steps: 8, numberOfMedia: 1,
    });
    assert.ok(Number(video.spark) > 0);
    const sound = await client.projects.estimateAudioCost({
      tokenType: 'spark', model: 'minimax_music3', duration: 30, steps: 8, numberOfMedia: 1,
    });
    assert.ok(Number(sound.spark) > 0);
    const offered = (await client.projects.getSupportedModels()).some((one) => one.id === 'flux1-schnell-fp8');
    if (offered) assert.ok(await client.projects.estimateEnhancementCost('light'));
    else await assert.rejects(client.projects.estimateEnhancementCost('light'), /not (found|supported|available)/i);
    const words = await client.chat.estimateCost({ model: CHAT, messages: [{ role: 'user', content: 'hi' }] });
    assert.ok(words.costInSpark > 0);
  },
);

covers(
  ['client.projects.availableLoras', 'client.projects.getLora', 'client.projects.supportsLoras',
    'client.projects.loraConstraints', 'client.projects.personalLoras.list', 'client.projects.personalLoras.get',
    'client.projects.personalLoras.import', 'client.projects.personalLoras.remove',
    'client.projects.personalLoras.catalog'],
  'it has looks of its own and no personal ones',
  async () => {
    const { projects } = await connect('js-loras');
    assert.ok((await projects.availableLoras({ modelId: IMAGE })).loras.length > 0);
    assert.equal((await projects.getLora('studio-ink')).name, 'Ink');
    assert.equal(await projects.supportsLoras(IMAGE), true);
    assert.equal((await projects.loraConstraints()).maxPerRequest, 8);
    const own = projects.personalLoras;
    await refused(own.list(), 403);
    await refused(own.get('personal-1'), 403);
    await refused(own.import({ url: 'https://a', name: 'a', modelId: IMAGE, rightsConfirmed: true }), 403);
    await refused(own.remove('personal-1'), 403);
    await refused(own.catalog(), 403);
  },
);

await run();
