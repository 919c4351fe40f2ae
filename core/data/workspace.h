// Everything a person has open, as one value: cheap to copy, so undo, sessions and snapshots are copies.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/data/arrays.h"
#include "core/data/embedding.h"
#include "core/data/report.h"
#include "core/data/segmentation.h"
#include "core/data/selection.h"
#include "core/data/table.h"
#include "core/data/text.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

struct Images;
struct Model;
struct Trace;

/// In the order in which an ending that may mean several kinds is taken.
enum class Kind {
    None,
    Hierarchy,
    Embedding,
    Text,
    Segmentation,
    Table,
    Report,
    Arrays,
    Model,
    Trace,
    Images
};

HOROCYCLE_EXPORT std::string_view kindName(Kind kind);
HOROCYCLE_EXPORT std::optional<Kind> kindFromName(std::string_view name);

/// What an object is. The order of the alternatives is the order of Kind.
using Payload =
    std::variant<std::monostate, std::shared_ptr<const Hierarchy>, std::shared_ptr<const Embedding>,
                 std::shared_ptr<const Text>, std::shared_ptr<const Segmentation>,
                 std::shared_ptr<const Table>, std::shared_ptr<const Report>, std::shared_ptr<const Arrays>,
                 std::shared_ptr<const Model>, std::shared_ptr<const Trace>, std::shared_ptr<const Images>>;

inline Kind kindOf(const Payload& payload) {
    return static_cast<Kind>(payload.index());
}

/// Where an object was read from.
struct Origin {
    std::string source;  ///< as a person wrote it: a path or a named source, options included
    std::string sha256;  ///< of the file's bytes; of a folder, of its files' names and checksums
};

/// What a run measured on its way, such as loss over epochs.
struct MeasuredCurve {
    std::vector<double> x, y;
    bool operator==(const MeasuredCurve&) const = default;
};
using Curves = std::map<std::string, MeasuredCurve, std::less<>>;

/// How an object was computed; enough to do it again.
struct MadeBy {
    std::string method, version;
    std::string origin;  ///< "built-in", or name and version of the plugin that offers the method
    nlohmann::json parameters = nlohmann::json::object();
    std::map<std::string, std::string> inputs;  ///< name of the input -> id of the object
    std::string output;  ///< name of the output that the object is; empty = the first one
    uint64_t seed = 0;
    int threads = 1;
    std::string device = "cpu";
    bool deterministic = false;
    bool partial = false;                               ///< stopped before its end
    nlohmann::json results = nlohmann::json::object();  ///< the numbers that came with it
    Curves curves;
    double planned = 0;  ///< where the curves would end when all is done, 0 = not known
};

struct Object {
    std::string id;    ///< unique in the workspace, never shown
    std::string name;  ///< what a person calls it
    Payload payload;
    Origin origin;                 ///< empty for what was computed
    std::optional<MadeBy> madeBy;  ///< none for what was read

    Kind kind() const { return kindOf(payload); }
    template <class T>
    std::shared_ptr<const T> as() const {
        const auto* found = std::get_if<std::shared_ptr<const T>>(&payload);
        return found ? *found : nullptr;
    }
};

/// One open view: which class of view, on which objects, with which settings.
struct ViewState {
    std::string id;
    std::string type;                  ///< "tree", "disk", "training", "table", "scores", "text"
    std::vector<std::string> objects;  ///< ids
    nlohmann::json settings = nlohmann::json::object();
    bool operator==(const ViewState&) const = default;
};

struct HOROCYCLE_EXPORT Workspace {
    std::vector<std::shared_ptr<const Object>> objects;
    std::vector<ViewState> views;
    Selection selection;
    std::vector<std::pair<std::string, Selection>> kept;  ///< selections that a person named
    nlohmann::json layout = nlohmann::json::object();  ///< docks and perspectives, as the window wrote them

    std::shared_ptr<const Object> find(std::string_view id) const;
    /// The first hierarchy that an embedding was made from, going up its provenance; else the first one
    /// that shares an item with it or has nodes of its labels' names; else null.
    std::shared_ptr<const Object> hierarchyOf(const Object& object) const;
    /// An id that no object and no view has: "kind-1", "kind-2"...
    std::string freshId(std::string_view stem) const;
    /// `name`, or "name 2" and so on where it is taken.
    std::string freshName(std::string_view name) const;
    void add(Object object);
    void replace(Object object);  ///< the one with the same id
    /// Removes the object and the views on it.
    void remove(std::string_view id);
};

}  // namespace horo
