// The engine's one door in the browser: compiled packs and a case as values in, JSON text out. Page, widget, npm package and
// the plain-JavaScript fallback all come through it (web/src/engine). Plain C functions: Embind would add 8 KB to each.
#include <emscripten/emscripten.h>

#include <string>
#include <string_view>

#include "archive/archive.h"
#include "case_answers.h"
#include "reading/read_case.h"
#include "reading/value_buffer.h"
#include "writing/json_writer.h"

namespace {

using namespace returnable;

Library library;
std::string given, answer;

Result<Case> case_in(std::string_view bytes) {
    std::vector<Error> errors;
    const Node root = read_values(bytes, case_limits, errors);
    return read_case(root, std::move(errors));
}

std::size_t say(std::string text) {
    answer = std::move(text);
    return answer.size();
}

std::string add(const Packs& packs) {
    std::vector<Error> errors;
    for (const auto& pack : packs) {
        errors = library.add_compiled(pack);
        if (!errors.empty()) return errors_json(errors);
    }
    return std::to_string(packs.size());
}

}  // namespace

// Each question is asked of what stands in the input, and gives the length of its answer, which stands at `output()` until
// the next one.
extern "C" {

/// Room for `size` bytes, for the caller to fill. Good until the next call of any of these.
EMSCRIPTEN_KEEPALIVE char* input(std::size_t size) {
    given.resize(size);
    return given.data();
}

EMSCRIPTEN_KEEPALIVE const char* output() { return answer.data(); }

/// Adds compiled packs (archive/archive.h): how many, 0 where the bytes are not whole, or the faults.
EMSCRIPTEN_KEEPALIVE std::size_t add_packs() { return say(add(read_archive(given))); }

/// A case (reading/value_buffer.h): its verdict, with the number of the pack as "edition".
EMSCRIPTEN_KEEPALIVE std::size_t check() { return say(check_text(library, case_in(given), Numbered::yes)); }

/// A case: status and payers.
EMSCRIPTEN_KEEPALIVE std::size_t quick() { return say(quick_text(library, case_in(given))); }

/// A case: the verdict of every pack.
EMSCRIPTEN_KEEPALIVE std::size_t compare() { return say(compare_text(library, case_in(given), Numbered::yes)); }

/// A case and behind it two days of these sizes: status and payers of each day from the first to the second.
EMSCRIPTEN_KEEPALIVE std::size_t sweep(std::size_t from_size, std::size_t to_size) {
    const std::string_view bytes = given;
    const std::size_t size = bytes.size() - from_size - to_size;
    return say(sweep_text(library, case_in(bytes.substr(0, size)), bytes.substr(size, from_size), bytes.substr(size + from_size)));
}
}
