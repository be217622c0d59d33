import { chromium } from '@playwright/test';
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox']});
const page = await (await browser.newContext({viewport:{width:1440,height:900}, serviceWorkers:'block'})).newPage();
await page.goto('http://localhost:5330/'); await page.waitForTimeout(1000);
const text = Array.from({length:360},(_,i)=>'Lennox Lewis believes the time is right for Anthony Joshua to beat Wladimir Klitschko when the two meet in front of.').join('\n\n');
const cdp = await page.context().newCDPSession(page);
await cdp.send('Profiler.enable'); await cdp.send('Profiler.start');
let t=Date.now(); await page.getByRole('textbox',{name:'Article'}).fill(text); console.log('fill', Date.now()-t);
const {profile} = await cdp.send('Profiler.stop');
const self={}; const dt=profile.timeDeltas; const by=new Map(profile.nodes.map(n=>[n.id,n]));
profile.samples.forEach((s,i)=>{const n=by.get(s); const k=n.callFrame.functionName+' '+n.callFrame.url.split('/').pop()+':'+n.callFrame.lineNumber+':'+n.callFrame.columnNumber; self[k]=(self[k]??0)+dt[i]/1000;});
console.log(Object.entries(self).sort((a,b)=>b[1]-a[1]).slice(0,12));
for (const css of ['', '.x', ]) {}
// try removing parts
const tryOut = async (name, fn) => { await page.evaluate(fn); t=Date.now(); await page.getByRole('textbox',{name:'Article'}).fill(text); console.log(name, Date.now()-t); };
await tryOut('no worked example', ()=>document.querySelector('worked-example')?.remove());
await tryOut('no dir', ()=>document.querySelector('counted-textarea').shadowRoot.querySelector('textarea').removeAttribute('dir'));
await tryOut('no grid', ()=>{document.querySelector('.form-columns').style.display='block'; document.querySelector('document-form').style.display='block';});
await tryOut('overflow-anchor', ()=>{document.querySelector('counted-textarea').shadowRoot.querySelector('textarea').style.contain='strict'; document.querySelector('counted-textarea').shadowRoot.querySelector('textarea').style.height='250px'});
await tryOut('no label head',()=>{document.querySelector('counted-textarea').shadowRoot.querySelector('.head').remove()});
await page.setContent('<textarea rows=9 style="width:460px"></textarea>'); t=Date.now(); await page.locator('textarea').fill(text); console.log('plain', Date.now()-t);
await browser.close();
