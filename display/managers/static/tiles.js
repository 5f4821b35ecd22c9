/** The day at a glance. */

import { make } from "./elements.js";
import { fill } from "./texts.js";
import { NOTHING, clock, count, share, span } from "./wording.js";

export function tiles(figures, texts) {
  const t = figures.totals;
  const a = figures.appointments;
  const e = figures.estimates;
  const r = figures.ratings;
  const since = t.first_since_ms === null ? texts.nobody : fill(texts.since, { time: clock(t.first_since_ms, figures.midnight_ms) });
  const spread = (each) => fill(texts.p50p95, { p50: span(each.p50_s), p95: span(each.p95_s) });
  return make(
    "dl",
    { class: "tiles" },
    tile(texts.taken, count(t.taken), fill(texts.visitors, { count: count(t.visitors) })),
    tile(texts.waiting, count(t.waiting), since),
    tile(texts.firstWait, span(t.first_wait.mean_s), spread(t.first_wait)),
    tile(texts.service, span(t.service.mean_s), spread(t.service)),
    tile(texts.finished, count(t.finished), `${fill(texts.cancelled, { count: count(t.cancelled) })} · ${fill(texts.left, { count: count(t.left_uncalled) })}`),
    tile(texts.immediate, share(t.immediate, t.finished), fill(texts.immediateOf, { part: count(t.immediate), whole: count(t.finished) })),
    tile(texts.onTime, share(a.on_time, a.judged), fill(texts.onTimeOf, { part: count(a.on_time), whole: count(a.judged) })),
    tile(texts.noShows, count(t.no_shows), fill(texts.returns, { count: count(t.returns), lost: count(t.lost) })),
    tile(texts.conversions, count(t.conversions), fill(texts.holds, { count: count(t.holds) })),
    tile(texts.overrides, count(t.overrides), ""),
    tile(texts.estimate, e ? span(e.mean_absolute_error_s) : NOTHING, e ? fill(texts.within, { share: share(e.within_p90, e.judged) }) : ""),
    tile(texts.satisfied, r ? share(r.levels[3] + r.levels[4], r.rated) : NOTHING, r ? fill(texts.rated, { part: count(r.rated), whole: count(r.invited) }) : ""),
  );
}

function tile(name, value, beside) {
  return make("div", {}, make("dt", {}, name), make("dd", { class: "value" }, value), make("dd", { class: "beside" }, beside));
}
