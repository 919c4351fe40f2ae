// Sessions: the input is a whole session, or the text of session.json beside no arrays. What opens must save
// and open again.
#include "core/io/archive.h"
#include "core/session/session.h"
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    (void)looksLikeSession(input);
    const auto text = [&] { return packArchive({{"session.json", std::string(input)}}, false).value(); };
    const auto workspace = sessionFromBytes(input.starts_with("PK") ? std::string(input) : text(), "input");
    if (!workspace) return;
    const auto bytes = sessionBytes(*workspace);
    if (!bytes || !sessionFromBytes(*bytes, "again")) std::abort();
}
