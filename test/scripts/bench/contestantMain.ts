import { createServer } from 'node:http';

// A server of a contest, as a process of its own: VALUE is its figure until answer number WRONG_FROM.
const { PORT, VALUE = '', WRONG_FROM } = process.env;
let answers = 0;

createServer((request, response) => {
  request.resume().once('end', () => {
    answers += 1;
    const value = answers >= Number(WRONG_FROM) ? 'wrong' : VALUE;
    response.end(JSON.stringify({ data: { report: { value } } }));
  });
}).listen(Number(PORT), '127.0.0.1', () => console.log('{"msg":"listening"}'));
