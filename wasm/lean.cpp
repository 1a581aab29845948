// The widget's door: packs that were compiled when it was built, and one question. No Embind, no pack reader: a page
// that somebody else wrote should not carry them. The answers are those of every other door (tests/node/lean.test.mjs).
#include <emscripten/emscripten.h>

#include <cstdlib>
#include <string>

#include "archive.h"
#include "returnable/json.h"

namespace returnable {

// The packs bring their facts along; the standard list alone is needed only where a case names no pack.
const Dictionary& dictionary() {
    static const Dictionary none;
    return none;
}

}  // namespace returnable

namespace {

returnable::Library library;
std::string given, answer;

}  // namespace

extern "C" {

/// Room for `size` bytes, for the caller to fill before one of the two calls below. Good until the next call of it.
EMSCRIPTEN_KEEPALIVE char* room(std::size_t size) {
    given.resize(size);
    return given.data();
}

/// Adds the archive in the room. 0 where it is not whole.
EMSCRIPTEN_KEEPALIVE int add() {
    auto pack = returnable::read_archive(given);
    if (!pack) return 0;
    library.add_compiled(std::move(pack));
    return 1;
}

/// Answers the case in the room (JSON). The length of the answer, which stands at `text()` until the next call.
EMSCRIPTEN_KEEPALIVE std::size_t check() {
    answer = returnable::check_json(library, given);
    return answer.size();
}

EMSCRIPTEN_KEEPALIVE const char* text() { return answer.data(); }

// The JSON library asks for these to read fractions, which a case has none of (a number like that is refused unread),
// and to word faults, whose words are not used. The C library's own would be a seventh of the file.
double strtod(const char*, char**) { return 0; }
float strtof(const char*, char**) { return 0; }
long double strtold(const char*, char**) { return 0; }
int snprintf(char* out, std::size_t size, const char*, ...) {
    if (size > 0) *out = '\0';
    return 0;
}
}
