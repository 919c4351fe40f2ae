#include <QtGui/QStandardItemModel>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

#include "tests/views/gallery/Gallery.h"
#include "views/theme/Icons.h"
#include "views/theme/Theme.h"

namespace horo::views::gallery {

namespace {

QStandardItemModel* makeTree(QObject* parent) {
    auto* model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({"Node", "Leaves"});
    const auto add = [](QStandardItem* above, const QString& name, int leaves) {
        auto* item = new QStandardItem(icon("tree"), name);
        auto* count = new QStandardItem(QString::number(leaves));
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        above->appendRow({item, count});
        return item;
    };
    auto* mammal = add(model->invisibleRootItem(), "mammal", 889);
    auto* placental = add(mammal, "placental", 855);
    for (const auto* name : {"carnivore", "ungulate", "rodent", "primate"})
        add(add(placental, name, 282), "inner", 3);
    auto* whale = add(add(placental, "aquatic mammal", 41), "whale", 24);
    add(whale, "dolphin", 10);
    add(whale, "narwhal with a name that is too long for its column", 1);
    for (int i = 0; i < 20; ++i)
        add(placental, QString("order %1").arg(i), i * 7);
    return model;
}

QStandardItemModel* makeTable(QObject* parent) {
    auto* model = new QStandardItemModel(6, 4, parent);
    model->setHorizontalHeaderLabels({"Id", "Label", "Hit, k = 15", "UMAP 1"});
    for (int row = 0; row < 6; ++row)
        for (int column = 0; column < 4; ++column) {
            auto* item = new QStandardItem(column == 1 ? QString("Shirt")
                                                       : QString::number(row * 1.11 + column, 'f', 2));
            if (column != 1) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            model->setItem(row, column, item);
        }
    return model;
}

QWidget* makeFields() {
    auto* panel = new QWidget;
    auto* grid = new QGridLayout(panel);
    int row = 0;
    const auto add = [&](const QString& name, QWidget* control) {
        grid->addWidget(new QLabel(name), row, 0);
        grid->addWidget(control, row++, 1);
    };
    auto* combo = new QComboBox;
    combo->addItem(icon("tree"), "Mammals of WordNet");
    combo->addItem("another");
    add("Combo box", combo);
    add("Line edit", new QLineEdit("300"));
    auto* hint = new QLineEdit;
    hint->setPlaceholderText("Find a command");
    add("Placeholder", hint);
    auto* disabled = new QLineEdit("fixed");
    disabled->setEnabled(false);
    add("Disabled", disabled);
    add("Spin box", new QSpinBox);
    auto* check = new QCheckBox("Deterministic");
    check->setChecked(true);
    add("Check box", check);
    add("Off", new QCheckBox("Float64"));
    auto* radio = new QRadioButton("Poincaré");
    radio->setChecked(true);
    add("Radio button", radio);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    add("Slider", slider);
    auto* progress = new QProgressBar;
    progress->setValue(63);
    progress->setTextVisible(false);
    add("Progress", progress);
    auto* primary = new QPushButton(icon("pause", Token::OnAccent), "Pause");
    primary->setProperty("primary", true);
    add("Primary", primary);
    add("Plain", new QPushButton(icon("stop"), "Stop, keep"));
    auto* flat = new QPushButton("Discard");
    flat->setFlat(true);
    add("Flat", flat);
    auto* off = new QPushButton("Disabled");
    off->setEnabled(false);
    add("Disabled", off);
    auto* tools = new QWidget;
    auto* toolRow = new QHBoxLayout(tools);
    toolRow->setContentsMargins(0, 0, 0, 0);
    toolRow->setSpacing(0);
    for (const auto* name : {"link", "settings", "export", "lasso", "ruler"}) {
        auto* button = new QToolButton;
        button->setIcon(icon(name));
        button->setCheckable(true);
        button->setChecked(name == QByteArray("link"));
        button->setEnabled(name != QByteArray("ruler"));
        toolRow->addWidget(button);
    }
    add("Tools", tools);
    grid->setRowStretch(row, 1);
    return panel;
}

}  // namespace

std::unique_ptr<QWidget> makeControlsPage() {
    auto window = std::make_unique<QMainWindow>();
    window->resize(1040, 620);
    for (const auto* name : {"&File", "&Edit", "&View", "&Data", "&Methods", "&Window", "&Help"})
        window->menuBar()->addMenu(name);
    auto* tabs = new QTabBar;
    tabs->setDrawBase(false);
    for (const auto* name : {"Explore", "Spaces", "Models"})
        tabs->addTab(name);

    auto* tree = new QTreeView;
    tree->setModel(makeTree(tree));
    tree->setFrameShape(QFrame::NoFrame);
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    auto* left = new QDockWidget("Workspace");
    left->setWidget(tree);
    window->addDockWidget(Qt::LeftDockWidgetArea, left);

    auto* right = new QDockWidget("Method");
    right->setWidget(makeFields());
    window->addDockWidget(Qt::RightDockWidgetArea, right);

    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->addWidget(tabs);
    auto* table = new QTableView;
    table->setModel(makeTable(table));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSortingEnabled(true);
    table->selectRow(2);
    column->addWidget(table);
    auto* menu = new QMenu(centre);
    menu->addAction("Open...")->setShortcut(QKeySequence("Ctrl+O"));
    auto* checked = menu->addAction("Link selection");
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addAction(icon("export"), "Export")->setEnabled(false);
    menu->addSeparator();
    menu->addMenu("Recent")->addAction("mammals.horo");
    menu->setWindowFlags(Qt::Widget);  // inside the page, so that a grabbed picture shows it
    menu->setActiveAction(checked);
    column->addWidget(menu);
    menu->show();
    window->setCentralWidget(centre);
    window->statusBar()->showMessage("mammal › placental › aquatic mammal › cetacean");
    return window;
}

}  // namespace horo::views::gallery
