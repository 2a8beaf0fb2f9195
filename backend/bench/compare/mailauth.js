// CPU time of mailauth for the samples in the folder given; prints "task<TAB>nanoseconds".
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const peers = createRequire(path.join(process.cwd(), 'package.json'));
const { spf } = peers('mailauth/lib/spf');
const { dkimVerify } = peers('mailauth/lib/dkim/verify');

const WARM_UP = 8;
const BLOCKS = 6;
const SECOND = 1e6;

const folder = process.argv[2];
const read = name => fs.readFileSync(path.join(folder, name));
const records = new Map(
    read('records.tsv').toString().trim().split('\n').map(line => line.split('\t'))
);

const resolver = async (name, type) => {
    const text = type === 'TXT' && records.get(name);
    if (!text) {
        throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    }
    return [text.match(/.{1,255}/g)];
};

const used = () => {
    const cpu = process.cpuUsage();
    return cpu.user + cpu.system;
};

async function block(task) {
    const before = used();
    let times = 0;
    while (used() - before < SECOND) {
        for (let i = 0; i < 10; i++) {
            await task();
        }
        times += 10;
    }
    return ((used() - before) * 1000) / times;
}

async function measure(name, task) {
    for (let i = 0; i < WARM_UP; i++) {
        await block(task);
    }
    let least = Infinity;
    for (let i = 0; i < BLOCKS; i++) {
        least = Math.min(least, await block(task));
    }
    console.log(`${name}\t${least.toFixed(0)}`);
}

async function evaluate() {
    const query = { sender: 'alice@example.org', ip: '203.0.113.200', helo: 'mail.example.net' };
    const { status } = await spf({ ...query, mta: 'mx.example.com', resolver });
    if (status.result !== 'pass') {
        throw new Error(`SPF: ${status.result}`);
    }
}

async function verify(message) {
    const { results } = await dkimVerify(message, { resolver });
    if (results[0].status.result !== 'pass') {
        throw new Error(`DKIM: ${results[0].status.result}`);
    }
}

(async () => {
    const [small, large] = [read('small.eml'), read('large.eml')];
    await measure('spf', evaluate);
    await measure('small', () => verify(small));
    await measure('large', () => verify(large));
})();
