// SPDX-License-Identifier: MIT
// Labels tokenized sentences, one a line, with RDRsegmenter: java -cp rdrsegmenter.jar Label.java VOCABULARY MODEL
import corenlp.rdrsegmenter.Vocabulary;
import corenlp.rdrsegmenter.WordSegmenter;
import java.io.BufferedReader;
import java.io.BufferedOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

public class Label {
	public static void main(String[] args) throws Exception {
		WordSegmenter segmenter = new WordSegmenter(args[1], new Vocabulary(args[0]));
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		PrintStream out = new PrintStream(new BufferedOutputStream(System.out), false, "UTF-8");
		for (String line = in.readLine(); line != null; line = in.readLine())
			out.print(segmenter.segmentTokenizedString(line) + "\n");
		out.flush();
	}
}
