// The widget's door: packs that were compiled when it was built, and one question. No Embind, no readers of JSON: a
// page that somebody else wrote should not carry them. The answers are those of every other door
// (tests/node/lean.test.mjs); the caller is web/src/engine/widget-core.ts.
#include <emscripten/emscripten.h>

#include <string>

#include "archive/archive.h"
#include "returnable/json.h"
#include "writing/json_writer.h"

namespace returnable {

// The packs bring their facts along; the standard list alone is needed only where a case names no pack.
const Dictionary& dictionary() {
    static const Dictionary none;
    return none;
}

}  // namespace returnable

namespace {

using namespace returnable;

Library library;
Case order;
std::string given, answer;

void put(FactValue value) { order.facts.emplace_back(given, std::move(value)); }

}  // namespace

// A case is told fact by fact: its name goes into the room, then one of the calls below gives its value.
extern "C" {

/// Room for `size` bytes, for the caller to fill before the next call. Good until `room` is called again.
EMSCRIPTEN_KEEPALIVE char* room(std::size_t size) {
    given.resize(size);
    return given.data();
}

/// Adds the packs of the archive in the room, and says how many there were. 0: the archive is not whole.
EMSCRIPTEN_KEEPALIVE std::size_t add_archive() {
    const auto packs = read_archive(given);
    for (const auto& pack : packs) library.add_compiled(pack);
    return packs.size();
}

/// Begins a case of one item, asked on this day (days since 1970).
EMSCRIPTEN_KEEPALIVE void begin(int as_of) {
    order = {};
    order.as_of = Date{std::chrono::days{as_of}};
}

EMSCRIPTEN_KEEPALIVE void cannot_say() { put(CannotSay{}); }
EMSCRIPTEN_KEEPALIVE void yes_or_no(int yes) { put(yes != 0); }
EMSCRIPTEN_KEEPALIVE void number(double value) { put(static_cast<std::int64_t>(value)); }

/// A word or an ISO day of `size` bytes, which stands behind the name in the room.
EMSCRIPTEN_KEEPALIVE void word(std::size_t size) {
    std::string value = given.substr(given.size() - size);
    given.resize(given.size() - size);
    put(std::move(value));
}

/// Answers the case: the length of the verdict, or of {"errors":[…]}, which stands at `text()` until the next one.
EMSCRIPTEN_KEEPALIVE std::size_t check() {
    const auto verdict = returnable::check(library, order);
    answer = verdict ? write_verdict(*verdict.value) : errors_json(verdict.errors);
    return answer.size();
}

EMSCRIPTEN_KEEPALIVE const char* text() { return answer.data(); }
}
