// The JavaScript door: one library of packs, and JSON text both ways. Everything else is in core/.
#include <emscripten/bind.h>

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "json_fragments.h"
#include "returnable/json.h"

namespace {

returnable::Library& library() {
    static returnable::Library packs_added_by_the_caller;
    return packs_added_by_the_caller;
}

// In full, as the native program writes it: what scripts/prove doors compares.
std::string check(const std::string& order) { return returnable::check_json(library(), order); }

// Written and read where they stand, in one go: strings, Embind would walk byte by byte.
std::string given, answer;

emscripten::val view(const std::string& text) {
    return emscripten::val(emscripten::typed_memory_view(text.size(), reinterpret_cast<const unsigned char*>(text.data())));
}

// For the caller to fill before the next question, and good until then.
emscripten::val room(unsigned size) {
    given.resize(size);
    return view(given);
}

emscripten::val bytes_of(std::string text) {
    answer = std::move(text);
    return view(answer);
}

// Of the case in the room.
emscripten::val check_by_place() { return bytes_of(returnable::check_by_place_json(library(), given)); }
emscripten::val parts(unsigned pack) { return bytes_of(returnable::parts_json(library(), pack)); }
emscripten::val compare(const std::string& order) { return bytes_of(returnable::compare_json(library(), order)); }
emscripten::val sweep(const std::string& order, const std::string& from, const std::string& to) {
    return bytes_of(returnable::sweep_json(library(), order, from, to));
}
emscripten::val add_pack(const std::string& pack) { return bytes_of(returnable::add_pack_json(library(), pack)); }
emscripten::val packs() { return bytes_of(returnable::packs_json(library())); }
std::string version() { return RETURNABLE_VERSION; }

// Of many cases in the room: before each stand its length in bytes, in digits, and a colon.
emscripten::val check_all() {
    std::vector<std::string_view> cases;
    for (const char *at = given.data(), *end = at + given.size(); at < end;) {
        std::size_t size = 0;
        at = std::from_chars(at, end, size).ptr + 1;
        cases.emplace_back(at, size);
        at += size;
    }
    return bytes_of(returnable::check_all_json(library(), cases));
}

}  // namespace

EMSCRIPTEN_BINDINGS(returnable) {
    emscripten::function("check", &check);
    emscripten::function("room", &room);
    emscripten::function("check_by_place", &check_by_place);
    emscripten::function("check_all", &check_all);
    emscripten::function("parts", &parts);
    emscripten::function("compare", &compare);
    emscripten::function("sweep", &sweep);
    emscripten::function("add_pack", &add_pack);
    emscripten::function("packs", &packs);
    emscripten::function("version", &version);
}
