// The engine's one door in the browser: compiled packs and a case as values in, JSON text out. Page, widget, npm package and
// the plain-JavaScript fallback all come through it (web/src/engine). Plain C functions: Embind would add 8 KB to each.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "archive/archive.h"
#include "engine_view.h"
#include "library_access.h"
#include "reading/value_buffer.h"
#include "writing/json_writer.h"
#include "writing/verdict_json.h"

namespace {

using namespace returnable;

Library library;
std::string given, answer;

Result<Case> case_in(std::string_view bytes, FaultsOf faults_of) {
    std::vector<Error> errors;
    const Node root = read_values(bytes, case_limits, errors);
    return whole_case(library, read_case_text(root, std::move(errors)), faults_of);
}

Result<view::Verdict> verdict_on(std::string_view bytes, const std::string& pack) {
    const auto order = case_in(bytes, pack.empty() ? faults_of_check : faults_of_compare);
    if (!order) return order.errors;
    return pack.empty() ? check_view(library, *order) : check_with(library, *order, pack);
}

// With the number of its pack as the last key.
std::string numbered(const view::Verdict& verdict) {
    const Packs& packs = loaded_packs(library);
    const auto pack = std::find_if(packs.begin(), packs.end(), [&](const auto& one) { return one == verdict.keeps; });
    std::string text = write_view(verdict);
    text.back() = ',';
    return text + "\"edition\":" + std::to_string(pack - packs.begin()) + "}";
}

std::size_t say(std::string text) {
    answer = std::move(text);
    return answer.size();
}

}  // namespace

extern "C" {

/// Room for `size` bytes, for the caller to fill. Good until the next call of any of these.
EMSCRIPTEN_KEEPALIVE char* input(std::size_t size) {
    given.resize(size);
    return given.data();
}

/// Where the last answer stands.
EMSCRIPTEN_KEEPALIVE const char* output() { return answer.data(); }

/// Adds the compiled packs in the input (archive/archive.h). Gives the length of the answer: how many they are, 0 where the
/// bytes are not whole, or {"errors":[…]}.
EMSCRIPTEN_KEEPALIVE std::size_t add_packs() {
    const Packs packs = read_archive(given, loaded_packs(library).size());
    for (const auto& pack : packs) {
        const auto errors = add_compiled(library, pack);
        if (!errors.empty()) return say(errors_json(errors));
    }
    return say(std::to_string(packs.size()));
}

/// The verdict on the case in the input (reading/value_buffer.h). The last `id_size` bytes name the pack that is asked; where
/// there are none, the case does. Gives the length of the answer: a verdict with "edition", the number of its pack, or
/// {"errors":[…]}.
EMSCRIPTEN_KEEPALIVE std::size_t check(std::size_t id_size) {
    const std::string_view bytes = given;
    const std::size_t size = bytes.size() - id_size;
    const auto verdict = verdict_on(bytes.substr(0, size), std::string(bytes.substr(size)));
    return say(verdict ? numbered(*verdict) : errors_json(verdict.errors));
}
}
