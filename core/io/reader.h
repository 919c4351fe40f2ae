// One reader a format; a new format is one new file.
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/offer.h"
#include "core/data/workspace.h"
#include "core/hierarchy/matched_names.h"
#include "core/io/source.h"

namespace horo {

/// How the rows of an embedding were found in a hierarchy.
struct Matching {
    static constexpr size_t shown = 12;

    std::string hierarchy;                    ///< its source
    std::string what;                         ///< "ids" or "labels"
    MatchedNames names;                       ///< one a row
    std::vector<std::string> firstMissing;    ///< the first `shown`
    std::vector<std::string> firstAmbiguous;  ///< likewise, "cat (animals/cat or tools/cat)"
};

/// What came out of a source.
struct Opened {
    Payload payload;
    std::string name;    ///< for the workspace
    std::string format;  ///< id of the reader
    Origin origin;
    std::vector<std::string> warnings;
    nlohmann::json details = nlohmann::json::object();  ///< what was inferred, for `info`
    std::optional<Matching> matching;                   ///< where ?hierarchy= names one
};

class HOROCYCLE_EXPORT Reader {
public:
    virtual ~Reader();
    virtual std::string_view format() const = 0;  ///< "edges", "npz"
    virtual std::vector<Kind> kinds() const = 0;  ///< what it can give, the usual one first
    virtual std::vector<std::string> endings() const { return {}; }  ///< with the dot
    /// Endings that mean this format only where its kind is asked for.
    virtual std::vector<std::string> endingsIfWanted() const { return {}; }
    /// Takes sources that no ending tells: a scheme, a folder, content. `head` = the first bytes of a file.
    virtual bool recognises(const Source&, std::string_view /*head*/) const { return false; }
    virtual std::string_view help() const = 0;  ///< one line for open dialogs
    /// `wanted` = the kind that the caller needs, one of kinds().
    virtual Result<Opened> read(const Source& source, Kind wanted) const = 0;
};

/// Those that are built in, then those of plugins. For one thread.
HOROCYCLE_EXPORT const std::vector<std::unique_ptr<const Reader>>& readers();
/// Error: there is a reader of that format.
HOROCYCLE_EXPORT Result<void> addReader(std::unique_ptr<const Reader> reader);

/// Which reader takes a source, and why that one.
struct ChosenReader {
    const Reader* reader = nullptr;
    Kind kind = Kind::None;
    std::string why;  ///< "stated", "the content", "the ending"
};
HOROCYCLE_EXPORT Result<ChosenReader> chooseReader(const Source& source, const std::vector<Kind>& wanted);

/// Lets `read` make an object of the source: gives it name, format and warnings, and errors their place.
HOROCYCLE_EXPORT Result<Opened> openBy(const Source& source, const ChosenReader& chosen,
                                       const std::function<Result<Opened>()>& read);

/// Opens a source. `?format=` and `?kind=` overrule ending and content; `wanted` decides where a format gives
/// several kinds. The payload is whole or there is an error; nothing is guessed silently.
HOROCYCLE_EXPORT Result<Opened> openSource(const std::string& text, const std::vector<Kind>& wanted = {});

/// The numbers of `info` for a payload: nodes, edges... or rows, columns...
HOROCYCLE_EXPORT Report describe(const Payload& payload);

/// Text of a file as UTF-8 without its byte order mark. Error: binary, UTF-16, another encoding (line and
/// byte named), empty. Fills `origin`. Of a file larger than `limit` bytes only its whole lines up to there
/// are read, and the origin gets no checksum.
HOROCYCLE_EXPORT Result<std::string> readText(const Source& source, Origin& origin,
                                              uint64_t limit = UINT64_MAX);

}  // namespace horo

/// One line at the end of a reader's file makes it known everywhere.
#define HOROCYCLE_READER(Class) HOROCYCLE_OFFER(::horo::Reader, Class)
