import { expect, test } from 'vitest';
import { parseTwiml, readTwiml } from './twiml.ts';

const url = 'https://api.example.com/webhooks/twilio/demo-hvac';
const problems = (xml: string, anyOf: string[] = []) => readTwiml(xml, url, anyOf).problems;

const answer = `<?xml version="1.0" encoding="UTF-8"?>
<Response><!-- d'abord -->
  <Say voice="Polly.Gabrielle-Neural" language="fr-CA">Bonjour &amp; bienvenue</Say>
  <Dial action="/webhooks/twilio/demo-hvac?step=after&amp;x=1" timeout="20"><Sip statusCallback="${url}?leg=1" statusCallbackEvent="initiated answered">sip:demo@sip.vapi.ai</Sip></Dial>
</Response>`;

test('good TwiML has no problems and names its callbacks', () => {
  expect(readTwiml(answer, url, ['Dial'])).toEqual({
    problems: [],
    callbacks: { 'Dial.action': `${url}?step=after&x=1`, 'Sip.statusCallback': `${url}?leg=1` },
  });
  expect(parseTwiml(answer).children[0]?.text).toBe('Bonjour & bienvenue');
  expect(parseTwiml('\uFEFF<Response><Say>&#201;t&#xe9; &lt;</Say></Response>').children[0]?.text).toBe('Été <');
  expect(problems('<Response/>')).toEqual([]);
});

test.each([
  ['', 'Start tag expected'],
  ['<Response><Say>a</Response>', "Expected closing tag 'Say'"],
  ['<Response><Say>', 'Invalid'],
  ['<Response><Say>Tom & Jerry</Say></Response>', "'&' is not expected"],
  ['<Response><Dial action="/a?b=1&c=2"/></Response>', 'not escaped'],
  ['<Response><Say>a&nbsp;b</Say></Response>', 'not escaped'],
  ['<Response/><Response/>', 'one <Response> is expected'],
  ['<Reply/>', 'one <Response> is expected'],
  ['{"error":1}', 'not expected'],
])('%s is not TwiML', (xml, problem) => {
  expect(problems(xml)).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ['<Response><Speak/></Response>', '<Speak> is not a verb'],
  ['<Response><Say lang="fr-CA">a</Say></Response>', '<Say> has no attribute lang'],
  ['<Response><Sip>sip:a@b</Sip></Response>', '<Sip> does not belong in <Response>'],
  ['<Response><Dial><Sip>undefined</Sip></Dial></Response>', '<Sip> dials "undefined"'],
  ['<Response><Dial><Number>5145550100</Number></Dial></Response>', '<Number> dials "5145550100"'],
  [
    '<Response><Record action="http://localhost:3000/x"/></Response>',
    '<Record action> points to http://localhost:3000',
  ],
])('%s is not what the carrier wants', (xml, problem) => {
  expect(problems(xml)).toEqual([problem]);
});

test('a missing verb is reported', () => {
  expect(problems('<Response><Hangup/></Response>', ['Dial', 'Record'])).toEqual(['no <Dial> or <Record>']);
});
