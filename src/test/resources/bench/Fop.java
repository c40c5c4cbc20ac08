import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;

/** Apache FOP in one process that stays warm: a line in is "FO<tab>PDF", a line out is "done". */
class Fop {

    public static void main(String[] arguments) throws Exception {
        var factory = new FopConfParser(new File(arguments[0])).getFopFactoryBuilder().build();
        System.out.println("ready");
        var orders = new BufferedReader(new InputStreamReader(System.in));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            var names = order.split("\t");
            print(factory, Path.of(names[0]), Path.of(names[1]));
            System.out.println("done");
        }
    }

    private static void print(FopFactory factory, Path source, Path target) throws Exception {
        try (var out = new BufferedOutputStream(Files.newOutputStream(target))) {
            var fop = factory.newFop("application/pdf", out);
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new StreamSource(source.toFile()), new SAXResult(fop.getDefaultHandler()));
        }
    }
}
