// Saving is whole or not at all, whatever happens on the way.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "core/base/file.h"
#include "core/base/random.h"
#include "core/session/session.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

/// A workspace that does not compress.
Workspace noise(size_t rows, uint64_t seed) {
    Random random(seed);
    std::vector<double> values(rows);
    for (double& value : values)
        value = random.uniform();
    auto e = std::make_shared<Embedding>();
    std::vector<std::string> names;
    for (size_t i = 0; i < rows; ++i)
        names.push_back(std::to_string(i));
    e->items = Items::create(std::move(names)).value();
    e->vectors = Vectors(rows, 1, std::move(values));
    Workspace w;
    Object object;
    object.id = "embedding-1";
    object.name = "noise " + std::to_string(seed);
    object.payload = std::shared_ptr<const Embedding>(e);
    w.add(object);
    return w;
}

TEST(Save, AProcessKilledOnItsWayLeavesTheOldFile) {
    const Scratch scratch;
    const auto path = scratch.path("a.horo");
    const auto old = sessionBytes(noise(1'000, 1)).value(), bytes = sessionBytes(noise(200'000, 2)).value();
    for (int attempt = 0; attempt < 20; ++attempt) {
        ASSERT_TRUE(writeFile(path, old).ok());
        const pid_t child = fork();
        if (child == 0) {
            (void)writeFile(path, bytes);
            _exit(0);
        }
        ::usleep(static_cast<useconds_t>(attempt * 300));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const auto now = scratch.read("a.horo");
        EXPECT_TRUE(now == old || now == bytes) << "attempt " << attempt << ": " << now.size() << " bytes";
    }
}

TEST(Save, AFullDiskLeavesTheOldFileAndNothingElse) {
    const Scratch scratch;
    const auto path = scratch.path("a.horo");
    ASSERT_TRUE(saveSession(noise(1'000, 1), path).ok());
    const auto before = scratch.read("a.horo");
    // A limit on the size of files stands in for the disk; in a child, so that it binds nobody else.
    const pid_t child = fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1 << 20, 1 << 20};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto saved = saveSession(noise(200'000, 2), path);
        _exit(saved.ok() ? 1 : saved.error().advice.empty() || saved.error().place != path ? 2 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    EXPECT_EQ(scratch.read("a.horo"), before);
    EXPECT_EQ(scratch.count(), 1u);
}

TEST(Save, APlaceThatIsNotThereIsSaid) {
    const auto saved = saveSession(Workspace{}, "/nowhere/at/all/a.horo");
    ASSERT_FALSE(saved.ok());
    EXPECT_EQ(saved.error().place, "/nowhere/at/all/a.horo");
    EXPECT_FALSE(loadSession("/nowhere/a.horo").ok());
}

TEST(Save, KeepsRightsAndFollowsLinks) {
    const Scratch scratch;
    scratch.file("real.horo", "old");
    std::filesystem::permissions(scratch.path("real.horo"), std::filesystem::perms(0640));
    std::filesystem::create_symlink("real.horo", scratch.path("link.horo"));
    ASSERT_TRUE(saveSession(Workspace{}, scratch.path("link.horo")).ok());
    EXPECT_TRUE(std::filesystem::is_symlink(scratch.path("link.horo")));
    EXPECT_TRUE(loadSession(scratch.path("real.horo")).ok());
    EXPECT_EQ(std::filesystem::status(scratch.path("real.horo")).permissions(), std::filesystem::perms(0640));
}

}  // namespace
}  // namespace horo
