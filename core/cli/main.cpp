// The native program: packs and cases in, verdicts out, for pipes and tests. See usage below.
#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "returnable/json.h"
#include "returnable/version.h"

namespace {

using returnable::Library;

constexpr std::size_t longest_case = std::size_t{256} * 1024;
constexpr std::size_t longest_pack = std::size_t{1024} * 1024;

constexpr const char* usage =
    "Usage: returnable COMMAND [--pack FILE]…\n"
    "\n"
    "  check           reads one case (JSON) a line on standard input, writes one verdict a line\n"
    "  compare         the same, with the verdict of every pack in force\n"
    "  validate PACK…  reports every fault in these packs, and what in them nobody would see (warnings)\n"
    "  packs           lists the packs\n"
    "\n"
    "  --pack FILE     adds a pack to the built-in ones; may be repeated\n"
    "  --as-of DAY     with validate: warns of sources that are too old on this day (YYYY-MM-DD)\n"
    "  --help, --version\n"
    "\n"
    "A line that is not a case gives {\"errors\":[…]} in its place. Exit status: 0 all went well, 1 a case or pack\n"
    "has faults, 2 the command is wrong.\n";

int wrong_command(const char* what, std::string_view word) {
    std::fprintf(stderr, "returnable: %s: %.*s\n\n%s", what, static_cast<int>(word.size()), word.data(), usage);
    return 2;
}

/// At most one byte more than the limit: enough for the engine to say that it is too much.
bool read_file(const char* path, std::string& text) {
    std::FILE* file = std::fopen(path, "rb");
    if (!file) return false;
    text.resize(longest_pack + 1);
    text.resize(std::fread(text.data(), 1, text.size(), file));
    const bool failed = std::ferror(file) != 0;
    std::fclose(file);
    return !failed;
}

void say(std::FILE* out, const char* path, const char* severity, const returnable::Error& error) {
    std::fprintf(out, "%s: %s: %s%s: %s\n", path, error.path.empty() ? "/" : error.path.c_str(), severity, error.code.c_str(), error.message.c_str());
}

/// Adds a pack from a file, whose text it leaves in `text`; says each fault, with its place, on `out`.
bool add_file(Library& library, const char* path, std::string& text, std::FILE* out) {
    if (!read_file(path, text)) {
        std::fprintf(out, "%s: cannot_read: This file cannot be read.\n", path);
        return false;
    }
    const auto errors = library.add_pack(text);
    for (const auto& error : errors) say(out, path, "", error);
    return errors.empty();
}

int validate(const std::vector<const char*>& paths, std::optional<returnable::Date> as_of) {
    Library library;  // not the built-in ones: they would be in the way of their own next edition
    bool all_good = true;
    std::string text;
    for (const char* path : paths) {
        const bool good = add_file(library, path, text, stdout);
        if (good) {
            for (const auto& warning : library.warnings(text, as_of)) say(stdout, path, "warning: ", warning);
            std::printf("%s: ok\n", path);
        }
        all_good = all_good && good;
    }
    return all_good ? 0 : 1;
}

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

using Answer = std::string (*)(const Library&, std::string_view);

/// True where the line got a verdict.
bool answer_line(const Library& library, Answer answer, std::string_view line) {
    std::string text = answer(library, line);
    const bool good = !text.starts_with("{\"errors\":[");
    text += '\n';
    std::fwrite(text.data(), 1, text.size(), stdout);
    return good;
}

/// Of a line that is too long only so much is stored that the engine refuses it.
int answer_lines(const Library& library, Answer answer) {
    std::vector<char> block(std::size_t{64} * 1024);
    std::string line;
    bool all_good = true;
    const auto finish = [&] {
        if (line.size() > longest_case || !blank(line)) all_good = answer_line(library, answer, line) && all_good;
        line.clear();
    };
    while (const std::size_t count = std::fread(block.data(), 1, block.size(), stdin)) {
        std::string_view rest(block.data(), count);
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            const std::string_view part = rest.substr(0, end);
            line.append(part.substr(0, longest_case + 1 - std::min(line.size(), longest_case + 1)));
            if (end == std::string_view::npos) break;
            finish();
            rest.remove_prefix(end + 1);
        }
    }
    finish();
    const bool written = std::fflush(stdout) == 0 && !std::ferror(stdout) && !std::ferror(stdin);
    return all_good && written ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<const char*> extra_packs, words;
    std::optional<returnable::Date> as_of;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--help") return std::fputs(usage, stdout) < 0;
        if (word == "--version") return std::puts("returnable " RETURNABLE_VERSION) < 0;
        if (word == "--pack") {
            if (++i == argc) return wrong_command("a file is missing behind", word);
            extra_packs.push_back(argv[i]);
        } else if (word == "--as-of") {
            if (++i == argc) return wrong_command("a day is missing behind", word);
            as_of = returnable::parse_date(argv[i]);
            if (!as_of) return wrong_command("no day", argv[i]);
        } else if (word.size() > 1 && word.starts_with('-')) {
            return wrong_command("unknown option", word);
        } else {
            words.push_back(argv[i]);
        }
    }
    if (words.empty()) return wrong_command("no command", "");
    const std::string_view command = words.front();
    words.erase(words.begin());

    if (command == "validate") return words.empty() ? wrong_command("no pack to", command) : validate(words, as_of);
    if (!words.empty()) return wrong_command("one word too many", words.front());
    if (command != "check" && command != "compare" && command != "packs") return wrong_command("unknown command", command);

    Library library = returnable::builtin_library();
    bool packs_good = true;
    std::string text;
    for (const char* path : extra_packs) packs_good = add_file(library, path, text, stderr) && packs_good;
    if (!packs_good) return 1;
    if (command == "packs") return std::puts(returnable::packs_json(library).c_str()) < 0;
    return answer_lines(library, command == "check" ? returnable::check_json : returnable::compare_json);
}
