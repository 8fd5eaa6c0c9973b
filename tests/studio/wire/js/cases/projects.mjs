import { assert, connect, covers, fault, fetched, picture, refused, run, until } from '../harness.mjs';

const IMAGE = 'z_image_turbo_bf16';
const SIZE = { sizePreset: 'custom', width: 256, height: 256 };

function image(client, more = {}) {
  return client.projects.create({
    type: 'image', modelId: IMAGE, positivePrompt: 'a fox', numberOfMedia: 1, steps: 8, guidance: 1, ...SIZE, ...more,
  });
}

covers(
  ['client.projects.create', 'project.waitForCompletion', 'project.job', 'project.toJSON', 'job.getResultUrl',
    'job.getResultData', 'client.projects.get', 'client.projects.getStatus', 'client.projects.downloadUrl'],
  'pictures come with progress and previews',
  async () => {
    const client = await connect('js-image', 'js-image');
    const project = await image(client, { numberOfMedia: 2, numberOfPreviews: 2, startingImage: picture(200, 120, 0), startingImageStrength: 0.4 });
    const seen = [];
    project.on('progress', (share) => seen.push(share));
    const urls = await project.waitForCompletion();
    assert.equal(urls.length, 2);
    assert.ok(seen.some((share) => share > 0 && share < 100));
    assert.equal((await fetched(urls[0])).subarray(1, 4).toString(), 'PNG');
    const job = project.job(project.jobs[0].id);
    assert.ok(await job.getResultUrl());
    assert.ok((await job.getResultData()).size > 0);
    assert.ok(job.seed >= 0);
    assert.equal(project.toJSON().id, project.id);
    assert.equal((await client.projects.getStatus(project.id)).status, 'completed');
    assert.equal((await client.projects.get(project.id)).id, project.id);
    const url = await client.projects.downloadUrl({ jobId: project.id, imageId: job.id, type: 'complete' });
    assert.ok((await fetched(url)).length > 0);
  },
);

covers(['client.projects.create', 'job.getLastFrameUrl', 'client.projects.mediaDownloadUrl'], 'a picture moves', async () => {
  const client = await connect('js-video', 'js-video');
  const project = await client.projects.create({
    type: 'video', modelId: 'ltx25-22b-int8_i2v_distilled', positivePrompt: 'slow push in', numberOfMedia: 1, steps: 8,
    referenceImage: picture(0, 90, 200), width: 480, height: 480, duration: 1, fps: 24,
  });
  const [url] = await project.waitForCompletion();
  assert.equal((await fetched(url)).subarray(4, 8).toString(), 'ftyp');
  const [job] = project.jobs;
  assert.equal((await fetched(await job.getLastFrameUrl())).subarray(1, 4).toString(), 'PNG');
  const again = await client.projects.mediaDownloadUrl({ jobId: project.id, id: job.id, type: 'complete' });
  assert.ok((await fetched(again)).length > 0);
});

covers(['client.projects.create', 'job.getLastFrameUrl'], 'the newer video families make films', async () => {
  const client = await connect('js-families', 'js-families');
  const small = { type: 'video', positivePrompt: 'a lighthouse', numberOfMedia: 1, width: 480, height: 480 };
  const orders = [
    { ...small, modelId: 'seedance-2-5', duration: 4, outputFormat: 'mov', returnLastFrame: true },
    { ...small, modelId: 'wan3.0-video', duration: 2 },
    { ...small, modelId: 'minimax-h3-fastvideo-int8_i2v_turbo', duration: 5.2, width: 64, height: 64, referenceImage: picture(0, 90, 200) },
    { ...small, modelId: 'happyhorse-1.1-i2v', duration: 3, width: 720, height: 720, referenceImage: picture(0, 90, 200) },
  ];
  for (const order of orders) {
    const project = await client.projects.create(order);
    const [url] = await project.waitForCompletion();
    assert.equal((await fetched(url)).subarray(4, 8).toString(), 'ftyp');
    if (order.returnLastFrame) assert.equal((await fetched(await project.jobs[0].getLastFrameUrl())).subarray(1, 4).toString(), 'PNG');
  }
});

covers(['client.projects.create'], 'a song is made', async () => {
  const client = await connect('js-audio', 'js-audio');
  const project = await client.projects.create({
    type: 'audio', modelId: 'minimax_music3', positivePrompt: 'calm piano', numberOfMedia: 1, duration: 10, steps: 8,
  });
  const [url] = await project.waitForCompletion();
  assert.ok((await fetched(url)).length > 10_000);
});

covers(['job.enhance', 'client.projects.getSupportedModels'], 'a picture is enhanced where its model is offered', async () => {
  const client = await connect('js-enhance', 'js-enhance');
  const project = await image(client);
  await project.waitForCompletion();
  const [job] = project.jobs;
  const offered = (await client.projects.getSupportedModels()).some((one) => one.id === 'flux1-schnell-fp8');
  if (offered) assert.ok(await job.enhance('light'));
  else await assert.rejects(job.enhance('light'), /not (found|supported|available)/i);
});

covers(['client.projects.cancel', 'project.cancel'], 'a cancel is confirmed', async () => {
  const client = await connect('js-cancel', 'js-cancel');
  for (const end of [(project) => client.projects.cancel(project.id), (project) => project.cancel()]) {
    await fault('stall');
    const project = await image(client);
    await until(() => project.jobs.length > 0);
    const failed = assert.rejects(project.waitForCompletion());
    await end(project);
    await failed;
    assert.equal(project.status, 'canceled');
  }
});

covers(
  ['client.projects.sync', 'client.projects.listProjectsElsewhere', 'client.projects.resolveMissing'],
  'what runs elsewhere is told',
  async () => {
    const one = await connect('js-sync', 'js-sync-a');
    const two = await connect('js-sync', 'js-sync-b');
    await fault('wait', { reason: 'queued', seconds: 2 });
    const project = await image(one);
    await until(() => project.queuePosition > 0);
    assert.deepEqual((await two.projects.listProjectsElsewhere()).map((row) => row.id), [project.id]);
    assert.deepEqual((await two.projects.sync()).active, []);
    assert.ok(await two.projects.resolveMissing([project.id]));
    await project.waitForCompletion();
  },
);

covers(
  ['client.projects.assets.upload', 'client.projects.assets.list', 'client.projects.assets.bind',
    'client.projects.assets.remove', 'client.projects.assets.tryBindFile'],
  'an upload is kept and used again',
  async () => {
    const client = await connect('js-assets', 'js-assets');
    const { assets } = client.projects;
    const saved = await assets.upload(picture(9, 9, 9), 'image/png', 'Dark');
    assert.equal(saved.state, 'ready');
    await assets.bind(saved.id, { projectId: 'js-job', type: 'startingImage' });
    const slot = { projectId: 'js-job', type: 'referenceImage' };
    assert.equal(await assets.tryBindFile(picture(9, 9, 9), 'image/png', slot), true);
    assert.deepEqual((await assets.list()).assets.map((one) => one.name), ['Dark']);
    await assets.remove(saved.id);
    await refused(assets.bind(saved.id, slot), 404);
  },
);

covers(['client.projects.uploadUrl', 'client.projects.mediaUploadUrl'], 'references are uploaded by recipe', async () => {
  const { projects } = await connect('js-refs');
  const still = { jobId: 'js-refs', imageId: 'media_ref_1', type: 'referenceImage', contentType: 'image/png' };
  const put = await fetch(await projects.uploadUrl(still), { method: 'PUT', body: picture(1, 2, 3), headers: { 'Content-Type': 'image/png' } });
  assert.equal(put.status, 200);
  assert.deepEqual(await fetched(await projects.downloadUrl(still)), picture(1, 2, 3));
  const sound = { jobId: 'js-refs', id: 'a', type: 'referenceAudio', contentType: 'audio/mpeg' };
  await fetch(await projects.mediaUploadUrl(sound), { method: 'PUT', body: Buffer.from('ID3'), headers: { 'Content-Type': 'audio/mpeg' } });
  assert.equal((await fetched(await projects.mediaDownloadUrl(sound))).toString(), 'ID3');
});

await run();
