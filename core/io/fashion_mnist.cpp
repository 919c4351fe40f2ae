// Fashion-MNIST as Debian packs it (Xiao, Rasul & Vollgraf 2017): images with labels, and their classes as a
// tree.
#include <fmt/format.h>

#include <array>

#include "core/base/file.h"
#include "core/io/embedding_reader.h"
#include "core/io/hierarchy_reader.h"
#include "core/io/idx.h"

namespace horo {

namespace {

constexpr const char* folder = "/usr/share/datasets/fashion-mnist";
/// In the order of their digits.
constexpr std::array<const char*, 10> classes{"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
                                              "Sandal",      "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};

Result<std::string> partOf(const std::string& name, FileBytes& images) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return inputError("Fashion-MNIST is not installed", "install the package dataset-fashion-mnist",
                          path.string());
    auto file = readFileAndChecksum(path);
    if (!file) return file.error();
    images = std::move(*file);
    return path.string();
}

class FashionImagesReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "fashion-mnist"; }
    std::vector<Kind> kinds() const override { return {Kind::Embedding, Kind::Table}; }
    bool recognises(const Source& source, std::string_view) const override {
        return source.scheme == "fashion-mnist" && source.name != "tree";
    }
    std::string_view help() const override { return "Images of clothes with their classes (Fashion-MNIST)"; }

    /// As a table: id and label of each image.
    Result<Opened> read(const Source& source, Kind wanted) const override {
        auto opened = EmbeddingReader::read(source, Kind::Embedding);
        if (!opened || wanted != Kind::Table) return opened;
        const auto images = std::get<std::shared_ptr<const Embedding>>(opened->payload);
        opened->payload = std::make_shared<const Table>(
            Table{{{"id", images->items->names()}, {"label", images->labels}}, true});
        return opened;
    }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t) const override {
        if (source.name != "train" && source.name != "test")
            return usageError(fmt::format("Fashion-MNIST has no part '{}'", source.name),
                              "write fashion-mnist:train, fashion-mnist:test or fashion-mnist:tree");
        const std::string part = source.name == "train" ? "train" : "t10k";
        FileBytes images, labels;
        const auto imagesAt = partOf(part + "-images-idx3-ubyte.gz", images);
        if (!imagesAt) return imagesAt.error();
        const auto labelsAt = partOf(part + "-labels-idx1-ubyte.gz", labels);
        if (!labelsAt) return labelsAt.error();
        EmbeddingDraft draft;
        draft.origin.sha256 = sha256OfFolder({{part + "-images-idx3-ubyte.gz", images.sha256},
                                              {part + "-labels-idx1-ubyte.gz", labels.sha256}});
        const auto pixels = parseIdx(std::move(images.bytes), *imagesAt);
        if (!pixels) return pixels.error();
        auto rows = rowsOfIdx(*pixels, *imagesAt);
        if (!rows) return rows.error();
        const auto digits = parseIdx(std::move(labels.bytes), *labelsAt);
        if (!digits) return digits.error();
        const auto numbers = labelsOfIdx(*digits, *labelsAt);
        if (!numbers) return numbers.error();
        draft.embedding.vectors = std::move(rows->vectors);
        draft.embedding.picture = rows->picture;
        for (const unsigned number : *numbers)
            draft.embedding.labels.emplace_back(number < classes.size() ? classes[number] : "?");
        if (numbers->size() != draft.embedding.rows())
            return inputError(
                fmt::format("has {} labels for {} images", numbers->size(), draft.embedding.rows()),
                "install the package dataset-fashion-mnist again", *labelsAt);
        return draft;
    }
};

class FashionTreeReader final : public HierarchyReader {
public:
    std::string_view format() const override { return "fashion-mnist-tree"; }
    bool recognises(const Source& source, std::string_view) const override {
        return source.scheme == "fashion-mnist" && source.name == "tree";
    }
    std::string_view help() const override { return "The classes of Fashion-MNIST as a tree"; }

    Result<HierarchyDraft> draft(const Source&, uint64_t) const override {
        HierarchyDraft draft;
        const std::vector<std::pair<const char*, std::vector<const char*>>> families{
            {"all", {"clothes", "goods"}},
            {"clothes", {"tops", "bottoms", "dresses", "outers"}},
            {"goods", {"accessories", "shoes"}},
            {"tops", {"T-shirt/top", "Pullover", "Shirt"}},
            {"bottoms", {"Trouser"}},
            {"dresses", {"Dress"}},
            {"outers", {"Coat"}},
            {"accessories", {"Bag"}},
            {"shoes", {"Sandal", "Sneaker", "Ankle boot"}}};
        const auto nodeOf = [&](const char* name) {
            const auto node = static_cast<Node>(std::ranges::find(draft.names, name) - draft.names.begin());
            if (node == draft.names.size()) draft.names.emplace_back(name);
            return node;
        };
        for (const auto& [parent, children] : families)
            for (const char* child : children) {
                const Node above = nodeOf(parent);
                draft.addEdge(above, nodeOf(child), 0);
            }
        draft.texts.aliases.resize(draft.names.size());
        std::string named;
        for (size_t digit = 0; digit < classes.size(); ++digit)
            draft.texts.aliases[nodeOf(classes[digit])] = std::to_string(digit);
        for (const std::string& name : draft.names)
            named += name + '\n';
        draft.origin.sha256 = sha256(named);
        showRows(draft, {});
        return draft;
    }
};

HOROCYCLE_READER(FashionImagesReader);
HOROCYCLE_READER(FashionTreeReader);

}  // namespace

}  // namespace horo
