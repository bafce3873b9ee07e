/** A real Chromium, with a Chinese font and no other, so that pages look the same on every machine. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { pathOf } from './tools.js';

export async function openBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-billing-fonts-'));
  const browser = await chromium.launch({
    executablePath: pathOf('chromium'),
    args: ['--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration(folder) },
  });
  browser.on('disconnected', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return browser;
}

function fontConfiguration(folder: string): string {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  );
  for (const weight of ['400Regular', '700Bold'])
    symlinkSync(join(fonts, weight), join(folder, weight));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return file;
}
