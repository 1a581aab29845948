// The second module, for who brings packs or cases as JSON text: it reads them for the engine. The page and the widget do
// without it.
#include <emscripten/bind.h>

#include <string>

#include "archive/archive.h"
#include "reading/compile_text.h"
#include "reading/pack_warnings.h"
#include "reading/value_buffer.h"
#include "writing/json_writer.h"
#include "writing/pack_info.h"
#include "writing/pack_sentences.h"

namespace {

using namespace returnable;

std::string given, answer, made;

// Raw buffers: Embind copies a std::string byte by byte.
emscripten::val view(const std::string& bytes) {
    return emscripten::val(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data())));
}

/// Room for `size` bytes, for the caller to fill. Good until the next call of any of these.
emscripten::val input(unsigned size) {
    given.resize(size);
    return view(given);
}

/// Compiles the pack in the input: its sentences, or its faults.
emscripten::val compile() {
    std::vector<Error> errors;
    const auto pack = compile_text(given, errors);
    made = pack ? write_archive({pack}) : std::string();
    answer = pack ? sentences_json(*pack) : errors_json(errors);
    return view(answer);
}

/// The warnings on the pack in the input, as a list, or its faults. `as_of`: a day (ISO) for the age of its sources, or "".
emscripten::val warnings(const std::string& as_of) {
    std::vector<Error> errors;
    const auto pack = compile_text(given, errors);
    made.clear();
    answer = pack ? warnings_json(pack_warnings(*pack, parse_date(as_of))) : errors_json(errors);
    return view(answer);
}

/// Reads the case in the input: nothing, or its faults where nothing of it can be read. Any other fault the engine finds again.
emscripten::val read_case() {
    std::vector<Error> errors;
    const Node root = parse_json(given, case_limits, errors);
    const bool readable = !root.is(Node::Kind::invalid);
    made = readable ? write_values(root) : std::string();
    answer = readable ? std::string() : errors_json(errors);
    return view(answer);
}

/// What was made of it for the engine: an archive, or a value buffer.
emscripten::val output() { return view(made); }

std::string version() { return RETURNABLE_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(returnable) {
    emscripten::function("input", &input);
    emscripten::function("compile", &compile);
    emscripten::function("warnings", &warnings);
    emscripten::function("read_case", &read_case);
    emscripten::function("output", &output);
    emscripten::function("version", &version);
}
