// The window as a person uses it: open, train, select, undo, save, reopen.
#include "app/MainWindow.h"
#include "app/PreviewPage.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>
#include <algorithm>

#include "app/DockArea.h"
#include "app/MethodPanel.h"
#include "core/base/file.h"
#include "core/session/session.h"
#include "tests/views/TestMain.h"
#include "views/disk/DiskView.h"
#include "views/kit/Notice.h"
#include "views/ruler/RulerCanvas.h"
#include "views/ruler/RulerView.h"
#include "views/text/TextView.h"
#include "views/tree/TreeView.h"

using namespace horo;
using namespace horo::app;

class MainWindowTest : public views::ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("HorocycleTest");
        QCoreApplication::setApplicationName("HorocycleTest");
        QSettings().clear();
    }

    void opensTheSampleAndShowsItsTree() {
        MainWindow window;
        window.show();
        window.openSample("wordnet:mammal");
        QTRY_COMPARE(window.model().workspace().objects.size(), size_t(1));
        QCOMPARE(window.model().workspace().objects[0]->name, std::string("Mammals of WordNet"));
        QTRY_VERIFY(viewOf<views::TreeView>(window) != nullptr);
        QCOMPARE(window.form().missing(), QString());
    }

    void trainsWhileTheViewsFollow() {
        MainWindow window;
        window.show();
        train(window, "20");
        const auto object = embeddingOf(window);
        QVERIFY(object);
        QVERIFY(viewOf<views::DiskView>(window) != nullptr);
        QCOMPARE(object->as<Embedding>()->rows(), size_t(1182));
        QVERIFY(!object->madeBy->partial);
        QVERIFY(object->madeBy->curves.at("loss").x.size() == 20);
        // The scores come by themselves, as reports of this embedding.
        QTRY_VERIFY_WITH_TIMEOUT(reports(window) == 2, 30'000);
    }

    void stopKeepsTheLastState() {
        MainWindow window;
        window.show();
        start(window, "1000000");
        QTRY_VERIFY_WITH_TIMEOUT(embeddingOf(window) != nullptr, 30'000);
        window.jobs().stop(window.jobs().running().front()->number);
        QTRY_VERIFY_WITH_TIMEOUT(embeddingOf(window)->madeBy->curves.size() > 0, 30'000);
        QVERIFY(embeddingOf(window)->madeBy->partial);
    }

    void closingWhileAJobRunsEndsIt() {
        auto window = std::make_unique<MainWindow>();
        window->show();
        start(*window, "1000000");
        QTRY_VERIFY_WITH_TIMEOUT(embeddingOf(*window) != nullptr, 30'000);
        window.reset();
    }

    void selectionIsOneAndCanBeUndone() {
        MainWindow window;
        window.show();
        window.openSample("wordnet:mammal");
        QTRY_VERIFY(viewOf<views::TreeView>(window) != nullptr);
        const ItemId whale = itemId("whale.n.02");
        window.model().select(Selection({whale}, "test", whale));
        QCOMPARE(window.model().selection().focus(), whale);
        window.model().undoStack()->undo();
        QVERIFY(window.model().selection().empty());
        window.model().undoStack()->redo();
        QCOMPARE(window.model().selection().focus(), whale);
    }

    void undoTakesAnOpenedObjectBack() {
        MainWindow window;
        window.show();
        window.openSample("wordnet:mammal");
        QTRY_VERIFY(viewOf<views::TreeView>(window) != nullptr);
        while (window.model().undoStack()->canUndo())
            window.model().undoStack()->undo();
        QVERIFY(window.model().workspace().objects.empty());
        QVERIFY(viewOf<views::TreeView>(window) == nullptr);
        while (window.model().undoStack()->canRedo())
            window.model().undoStack()->redo();
        QVERIFY(viewOf<views::TreeView>(window) != nullptr);
    }

    void sessionsComeBackAsTheyWere() {
        QTemporaryDir folder;
        const QString path = folder.filePath("mammals.horo");
        Workspace saved;
        {
            MainWindow window;
            window.show();
            train(window, "5");
            QTRY_VERIFY_WITH_TIMEOUT(reports(window) == 2, 30'000);
            const ItemId whale = itemId("whale.n.02");
            window.model().select(Selection({whale}, "test", whale));
            QVERIFY(window.documents().save(path));
            QVERIFY(!window.model().isModified());
            saved = window.model().workspace();
        }
        MainWindow window;
        window.show();
        window.open(path);
        QTRY_COMPARE(window.model().workspace().objects.size(), saved.objects.size());
        QCOMPARE(window.model().workspace().views.size(), saved.views.size());
        QCOMPARE(window.model().selection().focus(), itemId("whale.n.02"));
        for (size_t i = 0; i < saved.objects.size(); ++i)
            QCOMPARE(window.model().workspace().objects[i]->name, saved.objects[i]->name);
        const auto before = savedEmbedding(saved), after = embeddingOf(window)->as<Embedding>();
        QVERIFY(std::ranges::equal(before->vectors.doubles(), after->vectors.doubles()));
        QVERIFY(std::ranges::equal(before->vectors.floats(), after->vectors.floats()));
    }

    void aFileThatCannotBeReadChangesNothing() {
        QTemporaryDir folder;
        const QString path = folder.filePath("cycle.tsv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a\tb\nb\tc\nc\ta\n");
        file.close();
        MainWindow window;
        window.show();
        window.open(path);
        QTRY_VERIFY(window.previewPage().isVisible());
        QVERIFY(window.previewPage().preview()->error->cause.find("cycle") != std::string::npos);
        QTest::keyClick(&window.previewPage(), Qt::Key_Return);  // it cannot be taken
        QVERIFY(window.previewPage().isVisible());
        QTest::keyClick(&window.previewPage(), Qt::Key_Escape);
        QVERIFY(!window.previewPage().isVisible());
        QVERIFY(window.model().workspace().objects.empty());
    }

    void aFileThatIsNotThereIsSaid() {
        MainWindow window;
        window.show();
        QSignalSpy failed(&window.documents(), &Documents::failed);
        window.open("/nowhere/a.tsv");
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(window.model().workspace().objects.empty());
    }

    void aDroppedFileOpens() {
        QTemporaryDir folder;
        const QString path = folder.filePath("pets.tsv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("parent\tchild\nanimal\tcat\nanimal\tdog\n");
        file.close();
        MainWindow window;
        window.show();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &drop);
        QTRY_VERIFY(window.previewPage().isVisible());
        QVERIFY(window.model().workspace().objects.empty());
        QCOMPARE(window.previewPage().preview()->outline->nodes, size_t(3));
        QTest::keyClick(&window.previewPage(), Qt::Key_Return);
        QTRY_COMPARE(window.model().workspace().objects.size(), size_t(1));
        QCOMPARE(window.model().workspace().objects[0]->as<Hierarchy>()->size(), size_t(3));
    }

    void aFileOfVectorsShowsItsRowsAndChoices() {
        QTemporaryDir folder;
        const QString path = folder.filePath("pets.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,x,y,note\ncat,0.5,1.5,purrs\ndog,2.5,3.5,barks\n");
        file.close();
        MainWindow window;
        window.show();
        window.open(path);
        QTRY_VERIFY(window.previewPage().isVisible());
        QVERIFY(window.previewPage().preview()->embedding.has_value());
        QCOMPARE(window.previewPage().preview()->embedding->firstRows[1][0], std::string("dog"));
        QVERIFY(window.model().workspace().objects.empty());
        Q_EMIT window.previewPage().readAgain(path + "?label=note");
        QTRY_COMPARE(window.previewPage().preview()->embedding->differentLabels, size_t(2));
        QTest::keyClick(&window.previewPage(), Qt::Key_Return);
        QTRY_COMPARE(window.model().workspace().objects.size(), size_t(1));
        const auto embedding = window.model().workspace().objects[0]->as<Embedding>();
        QCOMPARE(embedding->items->name(0), std::string("cat"));
        QCOMPARE(embedding->labels[1], std::string("barks"));
    }

    void aQuestionAboutAFileOutlivesWhatArrivesMeanwhile() {
        QTemporaryDir folder;
        const QString path = folder.filePath("tree.tsv");
        QVERIFY(writeFile(path.toStdString(), "cat\tanimal\ndog\tanimal\n"));
        MainWindow window;
        window.show();
        window.open(path);
        QTRY_VERIFY(window.previewPage().isVisible());
        window.openSample("wordnet:mammal");
        QTRY_COMPARE(window.model().workspace().objects.size(), size_t(1));
        QVERIFY(window.previewPage().isVisible());
        QTest::keyClick(&window.previewPage(), Qt::Key_Return);
        QTRY_COMPARE(window.model().workspace().objects.size(), size_t(2));
        QVERIFY(window.docks().isVisible());
        QVERIFY(!window.previewPage().isVisible());
    }

    void aFileThatChangesIsReadAgainAndNothingIsLost() {
        QTemporaryDir folder;
        const QString path = folder.filePath("pets.tsv");
        const auto write = [&](double value) {
            QVERIFY(writeFile(path.toStdString(),
                              "id\tx\ty\na\t" + std::to_string(value) + "\t1.5\nb\t2.5\t3.5\n"));
        };
        write(7);
        MainWindow window;
        window.show();
        window.documents().openAtOnce(path + "?kind=embedding");
        QTRY_COMPARE(window.model().workspace().objects.size(), size_t(1));
        const auto before = window.model().workspace().objects[0];
        window.model().select(Selection({before->as<Embedding>()->items->id(1)}, "test"));
        const size_t views = window.model().workspace().views.size();
        write(8);
        QTRY_VERIFY(window.findChild<views::Notice*>("reload:" + path));
        QTest::mouseClick(
            window.findChild<views::Notice*>("reload:" + path)->findChildren<QPushButton*>().last(),
            Qt::LeftButton);
        const auto value = [&] {
            return window.model().workspace().objects[0]->as<Embedding>()->vectors.at(0, 0);
        };
        QTRY_COMPARE(value(), 8.0);
        QCOMPARE(window.model().workspace().objects[0]->id, before->id);
        QCOMPARE(window.model().selection().size(), size_t(1));
        QCOMPARE(window.model().workspace().views.size(), views);
        window.model().undoStack()->undo();
        QCOMPARE(value(), 7.0);
        // What cannot be read leaves the object as it is.
        QVERIFY(writeFile(path.toStdString(), "id\tx\na\tb\tc\n"));
        QTRY_VERIFY(window.findChild<views::Notice*>("reload:" + path));
        QTest::mouseClick(
            window.findChild<views::Notice*>("reload:" + path)->findChildren<QPushButton*>().last(),
            Qt::LeftButton);
        QTRY_VERIFY(!window.documents().isOpening());
        QCOMPARE(value(), 7.0);
    }

    void rowsWithoutNamesStaySelectedWhenTheirFileChanges() {
        QTemporaryDir folder;
        const QString path = folder.filePath("rows.csv");
        QVERIFY(writeFile(path.toStdString(), "1.5,2.5\n3.5,4.5\n"));
        MainWindow window;
        window.show();
        window.documents().openAtOnce(path + "?kind=embedding");
        QTRY_COMPARE(window.model().workspace().objects.size(), size_t(1));
        const auto rows = [&] { return window.model().workspace().objects[0]->as<Embedding>(); };
        const ItemId second = rows()->items->id(1);
        window.model().select(Selection({second}, "test"));
        QVERIFY(writeFile(path.toStdString(), "1.5,2.5\n3.5,9.5\n0,0\n"));
        QTRY_VERIFY(window.findChild<views::Notice*>("reload:" + path));
        QTest::mouseClick(
            window.findChild<views::Notice*>("reload:" + path)->findChildren<QPushButton*>().last(),
            Qt::LeftButton);
        QTRY_COMPARE(rows()->rows(), size_t(3));
        QCOMPARE(rows()->items->rowOf(second), std::optional<size_t>(1));
    }

    void changesByHandTakeThePlaceOfWhatTheyChange() {
        MainWindow window;
        window.show();
        window.openSample("wordnet:mammal");
        QTRY_VERIFY(viewOf<views::TreeView>(window) != nullptr);
        const auto before = window.model().workspace().objects[0];
        const std::string name = before->as<Hierarchy>()->name(5);
        auto* tree = viewOf<views::TreeView>(window);
        Q_EMIT tree->methodRequested("annotate.hierarchy", before->id,
                                     {{"changes", "label\t" + name + "\tmy own"}});
        QCOMPARE(window.model().workspace().objects.size(), size_t(2));
        const auto now = window.model().workspace().find(before->id);
        QCOMPARE(now->as<Hierarchy>()->label(5), std::string("my own"));
        QCOMPARE(viewOf<views::TreeView>(window), tree);
        window.model().undoStack()->undo();
        QCOMPARE(window.model().workspace().objects.size(), size_t(1));
        QVERIFY(window.model().workspace().objects[0]->as<Hierarchy>()->label(5) != "my own");
    }

    void aTextOpensAndItsUnitsToo() {
        QTemporaryDir folder;
        const QString path = folder.filePath("glosses.txt");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a whale and a whale\n");
        file.close();
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        window.open(path);
        QTRY_VERIFY(viewOf<views::TextView>(window) != nullptr);
        QCOMPARE(viewOf<views::TextView>(window)->remark(), QString("1 line, 20 bytes"));
        // The text is the input by itself, also of a method that is chosen by its id.
        window.chooseMethod("chunk.fixed");
        QCOMPARE(window.form().missing(), QString());
        window.chooseMethod("chunk.spaces");
        QCOMPARE(window.form().missing(), QString());
        window.form().run();
        QTRY_COMPARE(window.model().workspace().views.size(), size_t(3));
        const auto& state = window.model().workspace().views.back();
        QCOMPARE(state.type, std::string("ruler"));
        const auto* units = qobject_cast<views::RulerView*>(window.docks().viewOf(state.id));
        QCOMPARE(units->canvas().subject().tracks.size(), size_t(1));
        QCOMPARE(units->canvas().subject().tracks[0].units(), size_t(5));
        // Two views share the middle; the panels beside it stay where they are.
        QTRY_VERIFY(units->isVisible());
        QVERIFY(window.form().isVisible());
        QVERIFY(window.form().mapTo(&window, QPoint()).x() > units->mapTo(&window, QPoint()).x());
    }

    void whatIsAskedForStaysInAPerspectiveAboutOthers() {
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        window.openSample("wordnet:mammal");
        QTRY_VERIFY(viewOf<views::TreeView>(window) != nullptr);
        const std::string hierarchy = window.model().workspace().objects[0]->id;
        auto* table = window.docks().openView("table", hierarchy);
        QVERIFY(table);
        QTRY_VERIFY(table->isVisible());
        window.docks().resetArrangement();
        QTRY_VERIFY(table->isVisible());
    }

    void perspectivesKeepTheViews() {
        MainWindow window;
        window.show();
        train(window, "3");
        window.docks().choosePerspective("Spaces");
        QCOMPARE(window.docks().perspective(), QString("Spaces"));
        QVERIFY(viewOf<views::DiskView>(window) != nullptr);
        window.docks().choosePerspective("Explore");
        QVERIFY(viewOf<views::TreeView>(window)->isVisibleTo(&window));
    }

private:
    template <class Class>
    static Class* viewOf(MainWindow& window) {
        for (const auto& state : window.model().workspace().views)
            if (auto* view = qobject_cast<Class*>(window.docks().viewOf(state.id))) return view;
        return nullptr;
    }
    static std::shared_ptr<const Object> embeddingOf(MainWindow& window) {
        for (const auto& object : window.model().workspace().objects)
            if (object->kind() == Kind::Embedding) return object;
        return nullptr;
    }
    static std::shared_ptr<const Embedding> savedEmbedding(const Workspace& workspace) {
        for (const auto& object : workspace.objects)
            if (auto embedding = object->as<Embedding>()) return embedding;
        return nullptr;
    }
    static int reports(MainWindow& window) {
        return static_cast<int>(
            std::ranges::count_if(window.model().workspace().objects,
                                  [](const auto& object) { return object->kind() == Kind::Report; }));
    }
    static void start(MainWindow& window, const char* epochs) {
        window.openSample("wordnet:mammal");
        QTRY_COMPARE(window.model().workspace().objects.size(), size_t(1));
        window.form().setValue("epochs", epochs);
        window.form().run();
        QCOMPARE(window.jobs().running().size(), size_t(1));
    }
    static void train(MainWindow& window, const char* epochs) {
        start(window, epochs);
        const auto trained = [&] {
            return std::ranges::none_of(window.jobs().running(), [](const auto& entry) {
                return entry->job->run().method->declaration().id == "embed.taxonomy";
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(trained(), 60'000);
    }
};

HOROCYCLE_TEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
