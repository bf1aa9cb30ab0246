import { launch, isFirefox } from './harness/browser.mjs'
const b=await launch(); const {page}=await b.page(undefined,{acceptDownloads:true});

const {startServer}=await import('./harness/server.mjs'); const s=await startServer({pages:{'/x':'<body><p><a id=a download=foo.json href="/icon.svg">x</a><button>b</button>'}});
await page.goto(s.url+'x');
page.on('download',d=>console.log('download',d.suggestedFilename()));

await page.goto(s.url+'x');console.log('blob');
await page.evaluate(()=>{document.querySelector('button').onclick=()=>{const a=document.createElement('a');a.href=URL.createObjectURL(new Blob(['hi'],{type:'application/json'}));a.download='bar.json';a.click()}}); await page.click('button'); await page.waitForTimeout(2000);
await page.evaluate(()=>{document.querySelector('button').onclick=()=>{const a=document.createElement('a');a.href=URL.createObjectURL(new Blob(['hi'],{type:'application/octet-stream'}));a.download='bar2.json';document.body.append(a);a.click()}}); await page.click('button'); await page.waitForTimeout(2000);
await b.close(); await s.close();
