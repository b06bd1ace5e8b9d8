// A fact check and what it checks: a claim leads to the chapters, figures and
// events that it concerns, and each of them leads back to the claim.

export const claims = [{ name: "what a claim concerns leads back to it", reader: "plain", check }];

function check({ pages, page, local }) {
  return pages.flatMap(({ path, facts }) => facts.claims.flatMap(({ id, links }) =>
    links.flatMap(({ element, url, value }) => {
      const target = page(local(url));
      if (!target || target.path === path || !concerned.has(target.facts.kind)) return [];
      const place = new URL(url).hash.slice(1);
      const back = target.facts.links.some(({ url, within }) =>
        local(url) === path && new URL(url).hash === `#${id}` && (!place || within.includes(place)));
      return back ? [] : [{ path, element, says: `“${value}” has no link back to #${id}` }];
    })));
}

// concerned are the kinds of pages whose places know the claims about them; the
// list of sources knows only those that it is evidence for.
const concerned = new Set(["chapter", "figures", "timeline"]);
