// An inspection serves a built site as its host would, surveys it once for each
// kind of reader, and lets every rule look.

import { launch } from "./chromium.mjs";
import { readRules } from "./netlify.mjs";
import { serve } from "./server.mjs";
import { takeSurvey } from "./survey.mjs";

export const readers = ["plain", "scripted"];

// open starts browser and server and returns the surveys, by reader, and a
// function that ends both.
export async function open({ root, netlify }) {
  const [browser, server] = await Promise.all([launch(), readRules(netlify).then((rules) => serve(root, rules))]);
  const close = () => Promise.all([browser.close(), server.close()]);
  try {
    const surveys = {};
    for (const reader of readers) {
      surveys[reader] = await takeSurvey({ browser, root, origin: server.origin, javaScript: reader === "scripted" });
    }
    return { surveys, close };
  } catch (error) {
    await close();
    throw error;
  }
}
